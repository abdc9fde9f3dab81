// The bins that a training set was made of, as they are named and coloured on the page now.

import { useMemo } from 'react';
import type { TrainingSet } from '../store/trainingSet.ts';
import { useProject } from './appContext.ts';

interface SetBins {
  readonly labels: readonly string[];
  /** Their places on the page, which give them their colours; -1 for one that is no more. */
  readonly places: readonly number[];
}

/** In the order of the set's bins. A bin that has been removed since keeps the name that it was learned by. */
export function useSetBins({ binIds, labels }: TrainingSet): SetBins {
  const { bins } = useProject();
  return useMemo(() => {
    const places = binIds.map((binId) => bins.findIndex(({ id }) => id === binId));
    return { places, labels: places.map((place, k) => bins[place]?.label ?? labels[k] ?? '') };
  }, [binIds, labels, bins]);
}
