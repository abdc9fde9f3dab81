// The way down to what can be taken away, past a section that only grows to its full height when it is seen.

/** The section's id. */
export const TAKE_AWAY = 'take-away';

/** Milliseconds for which the section above may still grow. */
const SETTLING = 5_000;

/** Scrolls there, moves the focus along, and stays there until somebody scrolls or types. */
export function jumpToTakeAway(): void {
  const section = document.getElementById(TAKE_AWAY);
  if (!section) return;
  const show = () => section.scrollIntoView();
  const growth = new ResizeObserver(show);
  const abort = new AbortController();
  const stop = () => {
    growth.disconnect();
    abort.abort();
  };
  for (const part of section.parentElement?.children ?? []) if (part !== section) growth.observe(part);
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    addEventListener(type, stop, { capture: true, passive: true, signal: abort.signal });
  }
  setTimeout(stop, SETTLING);
  section.focus({ preventScroll: true });
  show();
}
