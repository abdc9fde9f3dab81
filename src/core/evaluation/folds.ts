// Which photos are held out together: each alone, or, where that would take too long, in stratified folds.

import { rowsByBin } from '../bins.ts';
import { mulberry32, shuffle } from '../random.ts';
import type { HoldingOut } from './types.ts';

/**
 * With more photos than these in two bins, not each is left out alone. Leaving out each of n costs about n^3 for each
 * boundary, and more where labels are noisy, as more alphas move. Measured on one core, in CPU time, on 160 logits of
 * animals and objects: 0.3 s, 0.7 s with a fifth of the labels wrong, 1 s with labels at random (200 photos: 0.6, 1 and
 * 1.5 s or far more). With more bins, and so more boundaries, the limit is where the cost is the same: 110 photos of
 * three bins, 100 of four.
 */
export const LEAVE_ONE_OUT_MOST = 160;
const FOLDS = 10;
/**
 * With more photos than these, five folds: learning from 80 % of a thousand tells as much as from 90 %, and it is half
 * the work, of which 2000 photos of five bins make 14 s with ten folds.
 */
const TEN_FOLDS_MOST = 1000;
const FEWER_FOLDS = 5;

export interface Folds {
  readonly holding: HoldingOut;
  /** Per row, the number of its fold; -1 for a photo that is alone in its bin and cannot be held out. */
  readonly of: Int32Array;
}

/**
 * Leave-one-out where that is affordable; beyond, 10 folds (5 of thousands of photos) with each bin spread over them as evenly as it goes. The
 * same targets and seed give the same folds. Of two bins or more none is ever emptied.
 * @param targets per row, the index of its label; labels without rows count for nothing
 * @param most photos of two bins for which leave-one-out is affordable
 */
export function chooseFolds(targets: readonly number[], seed: number, most = LEAVE_ONE_OUT_MOST): Folds {
  const of = new Int32Array(targets.length).fill(-1);
  const bins = rowsByBin(targets).filter((rows) => rows.length > 1);
  const labels = new Set(targets).size;
  const boundaries = labels > 2 ? labels : 1;
  if (boundaries * targets.length ** 3 <= most ** 3) {
    const rows = bins.flat().sort((a, b) => a - b);
    for (const [fold, row] of rows.entries()) of[row] = fold;
    return { holding: { method: 'leave-one-out', folds: rows.length }, of };
  }
  // Bin after bin, so that dealing them out in turn spreads each bin evenly.
  const random = mulberry32(seed);
  const dealt = bins.flatMap((rows) => shuffle(rows, random));
  const folds = targets.length > TEN_FOLDS_MOST ? FEWER_FOLDS : FOLDS;
  for (const [next, row] of dealt.entries()) of[row] = next % folds;
  return { holding: { method: 'k-fold', folds: Math.min(folds, dealt.length) }, of };
}
