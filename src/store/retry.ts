// When what could not be saved is tried again: after a while all of it, and soon what is new, which may be small enough.

/** Milliseconds until a full disk, or storage that fails, is tried again. */
const LATER = 15_000;
/** Until a change is tried on a full disk: while photos are found out about there are many. */
const SOON = 1_000;

export interface Retry {
  readonly later: () => void;
  /** Once for however many changes come meanwhile. */
  readonly soon: () => void;
  readonly stop: () => void;
}

export function createRetry(tryAll: () => void, tryNew: () => void): Retry {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSoon = false;

  const set = (run: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isSoon = false;
      run();
    }, delay);
  };

  return {
    later() {
      // What was to be tried soon has lost its timer.
      isSoon = false;
      set(tryAll, LATER);
    },
    soon() {
      if (isSoon) return;
      isSoon = true;
      set(tryNew, SOON);
    },
    stop() {
      isSoon = false;
      clearTimeout(timer);
    },
  };
}
