// How sure a verdict is, said with what that rests on.

import { LEAST_HELD_OUT } from '../../core/evaluation/calibration.ts';
import type { Calibration, HoldingOut } from '../../core/evaluation/types.ts';
import type { NoveltyRule } from '../../core/novelty.ts';
import type { Boundary } from '../../core/types.ts';
import { fixed, signed } from '../sentences.ts';
import { words } from '../words/words.ts';

/** "from 20 photos left out one by one" */
export const basisText = (count: number, { method, folds }: HoldingOut): string =>
  method === 'leave-one-out'
    ? words.why.sure.fromEachLeftOut(count)
    : words.why.sure.fromGroupsLeftOut(count, folds);

export const withheldText = ({ reason, least }: Extract<Calibration, { status: 'withheld' }>): string =>
  reason === 'few' ? words.why.sure.tooFew(LEAST_HELD_OUT, least) : words.why.sure.blind;

export const neitherText = ({ limit, median }: NoveltyRule, similarity: number): string =>
  words.why.neitherRule(fixed(similarity, 2), fixed(limit, 2), fixed(median, 2));

/** How far, and how wide the margin is; with a threshold that was moved for bins of different sizes. */
export function marginText(distance: number, { norm, shift }: Boundary): string {
  if (norm === 0) return words.why.margin.none;
  return words.why.margin.text(fixed(Math.abs(distance), 2), fixed(1 / norm, 2), shift !== 0);
}

/** A probability, and what is to be said with it. */
export interface Probable {
  readonly chance: string;
  readonly bin: string;
  /** What it rests on (`basisText`). */
  readonly basis: string;
  /** The photo is one of those that were learned from. */
  readonly wasLearned: boolean;
  readonly isClose: boolean;
  /** The photo is unlike every one that was learned from. */
  readonly isUnlike: boolean;
}

interface ScoresOfSide {
  readonly label: string;
  readonly scores: readonly number[];
}

/** The ruler, for those who do not see it. */
export function rulerText(
  score: number,
  [from, to]: readonly [number, number],
  sides: readonly ScoresOfSide[],
): string {
  const ranges = sides
    .filter(({ scores }) => scores.length > 0)
    .map(({ label, scores }) => {
      const [least, most] = [Math.min(...scores), Math.max(...scores)];
      return words.why.margin.range(label, signed(least), signed(most));
    });
  return [words.why.margin.ruler(signed(score), signed(from), signed(to)), ...ranges].join(' ');
}
