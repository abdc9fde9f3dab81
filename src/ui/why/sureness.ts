// How sure a verdict is, said with what that rests on.

import { LEAST_HELD_OUT } from '../../core/evaluation/calibration.ts';
import type { Calibration, HoldingOut } from '../../core/evaluation/types.ts';
import type { NoveltyRule } from '../../core/novelty.ts';
import { photos } from '../sentences.ts';

/** "from 20 photos left out one by one" */
export const basisText = (count: number, { method, folds }: HoldingOut): string =>
  method === 'leave-one-out'
    ? `from ${photos(count)} left out one by one`
    : `from ${photos(count)} left out in ${folds} groups`;

export const withheldText = ({ reason, least }: Extract<Calibration, { status: 'withheld' }>): string =>
  reason === 'few'
    ? `No probability yet: every bin needs at least ${LEAST_HELD_OUT} photos that can be left out in turn; the smallest has ${least}.`
    : 'No probability: left out in turn, the photos’ scores do not tell each bin from the rest.';

export const neitherText = ({ limit, median }: NoveltyRule, similarity: number): string =>
  `The photo most like it is only ${similarity.toFixed(2)} alike; below ${limit.toFixed(2)} it counts as none of yours, which are ${median.toFixed(2)} alike, typically.`;
