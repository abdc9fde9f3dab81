// The choices that make one drawing differ from the next, all from one seed.

import { mulberry32 } from '../random.ts';

export interface Dice {
  /** A number in [low, high). */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** @param stream choices of one seed that must not disturb each other take different streams */
export function rollDice(seed: number, stream: number): Dice {
  const random = mulberry32(Math.imul(seed + 1, 0x9e3779b1) + Math.imul(stream, 0x85ebca6b));
  return {
    between: (low, high) => low + random() * (high - low),
    chance: (probability) => random() < probability,
    pick: (list) => list[Math.floor(random() * list.length)] ?? list[0],
  };
}
