// What is said of a dream: how far it is, and what became of its score.

import { DREAM_STEPS } from '../../../store/dreaming.ts';
import { fixed, signed } from '../../sentences.ts';
import { words } from '../../words/words.ts';
import { insideProblem } from '../insideProblem.ts';
import type { Dream } from './useDream.ts';

/** While it goes on: how far it is. Of its end: why, and from where to where the score went. */
export function dreamText({ wish, points, picture, end }: Dream): string {
  const says = words.inside.dream;
  if (end?.status === 'failed') return insideProblem(end.error);
  if (!picture) return says.preparing;
  if (!end) return says.step(picture.step, DREAM_STEPS, picture.side);
  const what = end.status === 'done' ? says.done(DREAM_STEPS) : says.stopped(picture.step, DREAM_STEPS);
  const shown = (score: number) => (wish.sides ? signed(score) : fixed(score, 1));
  const [first, last] = [points[0]?.score ?? 0, points.at(-1)?.score ?? 0];
  const went = wish.sides ? says.scoreWent : says.strengthWent;
  return `${what} ${went(shown(first), shown(last))}`;
}
