// From scores to probabilities, learned from held-out scores alone: Platt's sigmoid for two labels, temperature scaling
// for more.

import { binSizes } from '../bins.ts';
import { softmax } from '../softmax.ts';
import { fitSigmoid } from './sigmoid.ts';
import { fitSoftmaxSlope } from './softmaxSlope.ts';
import type { Calibration, HeldOut } from './types.ts';

/**
 * Held-out photos that each label needs at least. With fewer, one photo more or less swings the fit, and the correction
 * of its targets alone keeps probabilities of two labels between 1/6 and 5/6: they would tell of the sample's size only.
 */
export const LEAST_HELD_OUT = 5;

/**
 * By how much log-likelihood a fit must beat constants: the price of one more parameter (Akaike 1974). With labels
 * shuffled at random this withholds, of 60 calibrations each on photos of ImageNet, 53 (two labels, 10 photos each), 57
 * (three) and 57 (four); asking for scores that rise towards their own labels alone, 36, 38 and 34. With true labels it
 * withholds 4 of two labels, all with a leave-one-out accuracy of 0.7 or less, and none of three or four.
 */
const LEAST_GAIN = 1;

/**
 * Fit probabilities to the scores of photos that were held out (scores of training photos are too good, as Platt says).
 * Thresholds that were moved are part of these scores, as they are of the classifier's.
 *
 * How many photos somebody put into a bin says nothing of the next photo, so all labels count as equally likely. Two
 * labels: what the bins' sizes put into the sigmoid's odds is taken out again (prior correction, King and Zeng 2001,
 * "Logistic regression in rare events data"). Else probabilities would contradict the moved thresholds: with 5 and 25
 * photos of ImageNet, the likelier label was right for 0.67 of unseen photos (balanced) without, for 0.81 with it.
 * More labels: a slope without offsets has no place for sizes. To fit it with them in the odds and take them out again
 * made the log loss on others worse by 0.01 to 0.03 (five sets of 3 or 4 bins of 5 to 20 photos of ImageNet), to weigh
 * all labels alike changed it by -0.03 to 0.02: neither is done.
 * @param targets per row, the index of its label; labels without rows count for nothing
 * @returns `withheld` where it would mislead: `few` if a label has fewer than `LEAST_HELD_OUT` photos that could be
 *   held out, `blind` if scores don't rise towards the photos' own labels, or tell no more than chance could; `least`
 *   is the number of held-out photos of the label with the fewest
 */
export function calibrate(heldOut: HeldOut, targets: readonly number[]): Calibration {
  const labels = [...new Set(targets)].sort((a, b) => a - b);
  const tried = targets.flatMap((target, row) => {
    const scores = heldOut.scores[row];
    return scores ? [{ label: labels.indexOf(target), scores }] : [];
  });
  const own = tried.map(({ label }) => label);
  const sizes = binSizes(own);
  const least = labels.length > 0 ? Math.min(...labels.map((_, label) => sizes[label] ?? 0)) : 0;
  if (labels.length < 2 || least < LEAST_HELD_OUT) return { status: 'withheld', reason: 'few', least };

  const blind = { status: 'withheld', reason: 'blind', least } as const;
  if (labels.length > 2) {
    const { slope, gain } = fitSoftmaxSlope(
      tried.map(({ scores }) => scores),
      own,
    );
    if (gain < LEAST_GAIN) return blind;
    return { status: 'ready', method: 'softmax', slope, photos: tried.length };
  }
  const { slope, offset, gain } = fitSigmoid(
    tried.map(({ scores }) => scores[1] ?? NaN),
    own.map((label) => label === 1),
  );
  if (gain < LEAST_GAIN || slope >= 0) return blind;
  const [first = NaN, second = NaN] = sizes;
  const sigmoid = { slope, offset: offset + Math.log(second / first) };
  return { status: 'ready', method: 'sigmoid', sigmoid, photos: tried.length };
}

/**
 * The probability of each label for a photo with these scores. Of more than two labels, the one that wins never has less
 * than another; of two, the sigmoid's offset may move the even chance a little off the score 0.
 * @param calibration of the classifier that gave the scores
 * @param scores one per label (two labels: [-score, score])
 * @returns one number per label, 0..1, sum 1
 */
export function probabilities(
  calibration: Extract<Calibration, { status: 'ready' }>,
  scores: readonly number[],
): number[] {
  if (calibration.method === 'softmax') return [...softmax(scores.map((score) => calibration.slope * score))];
  const { slope, offset } = calibration.sigmoid;
  const logOdds = -(slope * (scores[1] ?? NaN) + offset);
  return [1 / (1 + Math.exp(logOdds)), 1 / (1 + Math.exp(-logOdds))];
}
