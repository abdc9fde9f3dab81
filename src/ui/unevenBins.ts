// Bins of very different sizes: the threshold is moved to make up for it, and the page says so.

import { binSizes } from '../core/bins.ts';
import { sizeRatio } from '../core/evaluation/threshold.ts';
import type { Bin } from '../store/project.ts';
import type { TrainingSet } from '../store/trainingSet.ts';

export interface UnevenBins {
  readonly small: { readonly label: string; readonly photos: number };
  readonly large: { readonly label: string; readonly photos: number };
}

/** Larger bin to smaller bin: above this it is worth saying. */
export const WORTH_SAYING = 3;

/** The smallest and the largest bin; null while they are not too different. */
export function unevenBins(
  { targets, binIds }: Pick<TrainingSet, 'targets' | 'binIds'>,
  bins: readonly Bin[],
): UnevenBins | null {
  if (sizeRatio(targets) <= WORTH_SAYING) return null;
  const sizes = binSizes(targets)
    .map((photos, k) => ({ label: bins.find(({ id }) => id === binIds[k])?.label ?? '', photos }))
    .sort((a, b) => a.photos - b.photos);
  const [small, large] = [sizes[0], sizes.at(-1)];
  return small && large ? { small, large } : null;
}
