// Seeded randomness: the same seed gives the same numbers in every browser.

/**
 * Tommy Ettinger's mulberry32: 32 bits of state, period 2^32. Good enough to pick training pairs, not for secrets.
 * @param seed any number; its low 32 bits count
 * @returns a function that gives the next number in [0, 1) at each call
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Fisher and Yates' shuffle.
 * @returns the same items in a random order, as a new array
 */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
