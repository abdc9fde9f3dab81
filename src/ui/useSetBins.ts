// The bins that a training set was made of, as they are named and coloured on the page now.

import { useMemo } from 'react';
import { labelsNow, type TrainingSet } from '../store/trainingSet.ts';
import { useBins } from './appContext.ts';

interface SetBins {
  readonly labels: readonly string[];
  /** Their places on the page, which give them their colours; -1 for one that is no more. */
  readonly places: readonly number[];
}

/** In the order of the set's bins. */
export function useSetBins(set: TrainingSet): SetBins {
  const bins = useBins();
  return useMemo(() => {
    const places = set.binIds.map((binId) => bins.findIndex(({ id }) => id === binId));
    return { places, labels: labelsNow(set, bins) };
  }, [set, bins]);
}
