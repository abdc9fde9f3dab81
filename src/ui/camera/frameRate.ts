// How many frames a second are judged: measured over the last seconds, so that it can be read.

export interface FrameRate {
  /** A frame has been judged. @returns frames a second; null before there are a few */
  add(): number | null;
  /** After a pause, what comes next has nothing to do with what was before. */
  restart(): void;
}

/** Milliseconds to look back, unless that is too few frames to say anything. */
const WINDOW = 3000;
const LEAST = 4;

/** @param now milliseconds of any clock */
export function createFrameRate(now: () => number): FrameRate {
  let ends: number[] = [];
  return {
    add() {
      const at = now();
      const recent = [...ends, at];
      ends = recent.filter((end, i) => end >= at - WINDOW || i >= recent.length - LEAST);
      const [first = at] = ends;
      return ends.length < LEAST || at === first ? null : (1000 * (ends.length - 1)) / (at - first);
    },
    restart() {
      ends = [];
    },
  };
}
