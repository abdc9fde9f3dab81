// How sure a verdict is, said with what that rests on.

import { LEAST_HELD_OUT } from '../../core/evaluation/calibration.ts';
import type { Calibration, HoldingOut } from '../../core/evaluation/types.ts';
import type { NoveltyRule } from '../../core/novelty.ts';
import type { Boundary } from '../../core/types.ts';
import { photos, signed } from '../sentences.ts';

/** "from 20 photos left out one by one" */
export const basisText = (count: number, { method, folds }: HoldingOut): string =>
  method === 'leave-one-out'
    ? `from ${photos(count)} left out one by one`
    : `from ${photos(count)} left out in ${folds} groups`;

export const withheldText = ({ reason, least }: Extract<Calibration, { status: 'withheld' }>): string =>
  reason === 'few'
    ? `No probability yet: every bin needs at least ${LEAST_HELD_OUT} photos that can be left out in turn${least > 0 ? `; the smallest has ${least}` : ''}.`
    : 'No probability: left out in turn, the photos’ scores do not tell the bins apart.';

export const neitherText = ({ limit, median }: NoveltyRule, similarity: number): string =>
  `The photo most like it is only ${similarity.toFixed(2)} alike; below ${limit.toFixed(2)} it counts as none of yours, which are ${median.toFixed(2)} alike, typically.`;

/** How far, and how wide the margin is; with a threshold that was moved for bins of different sizes. */
export function marginText(distance: number, { norm, shift }: Boundary): string {
  if (norm === 0)
    return 'No distance: this bin holds just the photos of the others, so nothing tells it apart.';
  const moved = shift === 0 ? '' : '; the threshold was moved for the bins’ sizes';
  return `${Math.abs(distance).toFixed(2)} from the boundary; margin ${(1 / norm).toFixed(2)} to either side${moved}`;
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
      return ` Photos of ${label}: from ${signed(least)} to ${signed(most)}.`;
    });
  return `This photo’s score is ${signed(score)}; the boundary is at 0, the margin’s edges at ${signed(from)} and ${signed(to)}.${ranges.join('')}`;
}
