// A test photo's verdict in a few words: `modern, by 1.04`.

import type { PhotoVerdict } from '../store/verdicts.ts';
import { fixed, unsigned } from './sentences.ts';
import { words } from './words/words.ts';

/** @param bin on whose side the photo lies, by name */
export function verdictText({ neither, score, sides }: PhotoVerdict, bin: string): string {
  if (neither) return words.common.neither;
  // Of two bins the sign says which; of more, the winner's own score may be below 0.
  return words.said.verdict(bin, sides[0] === null ? unsigned(score) : fixed(Math.abs(score), 2));
}
