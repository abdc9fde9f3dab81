// The focus never falls out of the page. What has it may go (a photo that is moved, a notice that is closed) or be switched
// off (Undo, at the last step); browsers then begin at the top again. Here it goes to what is left beside it, or back to
// where it was before.

import { firstIn, isUsable } from './usable.ts';

/** Where the focus was: an element, and what it lay in, the closest first. */
interface Place {
  readonly element: HTMLElement;
  readonly homes: readonly Element[];
}

/** What belongs together; `data-focus-home` marks what is not told by its kind. */
const HOME = '[role="grid"], [role="group"], ul, ol, section, header, footer, dialog, [data-focus-home]';
/** Places that are remembered: a menu, its button, and some before. */
const REMEMBERED = 12;
/** Milliseconds: what closes gives the focus back by itself, a frame or two later. */
const PATIENCE = 80;

/** @returns ends it */
export function keepFocus(): () => void {
  const abort = new AbortController();
  const options = { capture: true, signal: abort.signal };
  let places: readonly Place[] = [];
  let byPointer = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const others = places.filter(({ element }) => element !== target).slice(0, REMEMBERED - 1);
    places = [{ element: target, homes: homesOf(target) }, ...others];
  };

  const mend = (): void => {
    timer = undefined;
    const [last] = places;
    // Whoever clicks where nothing is has let it go.
    if (!last || !isLost() || isUsable(last.element)) return;
    // A pointer is somewhere already: nothing shall move under it.
    closestTo(places)?.focus({ preventScroll: byPointer });
  };

  const observer = new MutationObserver(() => {
    // Not put off by what goes on changing.
    if (timer === undefined && isLost() && places.length > 0) timer = setTimeout(mend, PATIENCE);
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember, options);
  document.addEventListener('pointerdown', () => (byPointer = true), options);
  document.addEventListener('keydown', () => (byPointer = false), options);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    abort.abort();
  };
}

function isLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches(':disabled');
}

function homesOf(element: Element): readonly Element[] {
  const home = element.parentElement?.closest(HOME);
  return home ? [home, ...homesOf(home)] : [];
}

function closestTo(places: readonly Place[]): HTMLElement | undefined {
  for (const { element, homes } of places) {
    if (isUsable(element)) return element;
    for (const home of homes) {
      const found = firstIn(home);
      if (found) return found;
    }
  }
  const main = document.querySelector('main');
  return main ? firstIn(main) : undefined;
}
