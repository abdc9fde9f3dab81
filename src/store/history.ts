// Undo and redo: the projects before and after this one.

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** Projects share their photos, so a step costs little; the oldest are let go. */
const DEPTH = 200;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A change that can be undone. One that changes nothing leaves no step. */
export const record = <T>(history: History<T>, next: T): History<T> =>
  next === history.present
    ? history
    : { past: [...history.past, history.present].slice(-DEPTH), present: next, future: [] };

/**
 * A change that goes on with the last one, as while a slider is being dragged: both are one step; or none, where it
 * leads back to where the last one began.
 */
export const amend = <T>({ past }: History<T>, next: T): History<T> => ({
  past: next === past.at(-1) ? past.slice(0, -1) : past,
  present: next,
  future: [],
});

export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const previous = past.at(-1);
  return previous === undefined
    ? history
    : { past: past.slice(0, -1), present: previous, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  return next === undefined
    ? { past, present, future }
    : { past: [...past, present], present: next, future: rest };
}

/**
 * A correction to what is, was and will be: for what was never the user's to undo.
 * @param same tells which steps are left without an effect; they go
 */
export function rewrite<T>(
  history: History<T>,
  change: (value: T) => T,
  same: (a: T, b: T) => boolean,
): History<T> {
  const past = history.past.map(change);
  const present = change(history.present);
  const future = history.future.map(change);
  return {
    past: past.filter((value, i) => !same(value, past[i + 1] ?? present)),
    present,
    future: future.filter((value, i) => !same(value, future[i - 1] ?? present)),
  };
}
