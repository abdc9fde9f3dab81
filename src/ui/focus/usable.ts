// What can take the focus.

const FOCUSABLE = 'button, a[href], input, select, summary, [tabindex="0"]';
/** On a phone these bring up its keyboard: only whoever asks for one shall get into it. */
const TYPED = 'input:not([type="checkbox"], [type="range"], [type="radio"])';

export const isUsable = (element: Element): boolean =>
  element.isConnected &&
  !element.matches(':disabled') &&
  element.closest('[inert], [aria-hidden="true"]') === null &&
  (element.checkVisibility?.({ visibilityProperty: true }) ?? true);

/** The first in `home` that can; of a list's photos the one that the Tab key would go to, or the first. */
export function firstIn(home: Element): HTMLElement | undefined {
  if (!home.isConnected) return undefined;
  const photo = ROWS.map((row) => home.querySelector<HTMLElement>(row)).find((row) => row !== null);
  if (photo && home.matches('[role="grid"]')) return photo;
  const all = [...home.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return all.find((element) => element.tabIndex >= 0 && !element.matches(TYPED) && isUsable(element));
}

const ROWS = ['[role="row"][tabindex="0"]', '[role="row"][tabindex]'];
