// How fast photos come through when several workers share them: for saying how long it will take.

/** As many photos as one remembers. */
const REMEMBERED = 12;
/** Fewer say little. */
const ENOUGH = 3;

export interface Pace {
  /** Photos were handed to a worker. */
  start(): void;
  /** So many came back: none, if they failed. */
  end(photos: number): void;
  /** Milliseconds from one photo's end to the next one's, all workers together; null before there are three. */
  readonly msPerPhoto: number | null;
}

/** @param now milliseconds of any clock */
export function createPace(now: () => number): Pace {
  /** When photos ended, of the present run: after a rest, what comes next has nothing to do with what was before. */
  let ends: number[] = [];
  let open = 0;
  let last: number | null = null;
  return {
    start() {
      if (open === 0) ends = [now()];
      open++;
    },
    end(photos) {
      open--;
      const at = now();
      for (let i = 0; i < photos; i++) ends.push(at);
      ends = ends.slice(-REMEMBERED - 1);
      const [first = at] = ends;
      if (ends.length > ENOUGH) last = (at - first) / (ends.length - 1);
    },
    get msPerPhoto() {
      return last;
    },
  };
}
