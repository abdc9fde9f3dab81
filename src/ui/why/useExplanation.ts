// A verdict taken apart into what speaks for it and against it, with what each of these is called.

import { useMemo } from 'react';
import type { Features } from '../../core/types.ts';
import type { Trained } from '../../store/state.ts';
import { type Explanation, explainVerdict, type PhotoVerdict } from '../../store/verdicts.ts';
import type { FeatureNames } from '../featureNames.ts';
import { useFeatureNames } from '../useFeatureNames.ts';

/** @param count how many terms are named; the rest is added up */
export function useExplanation(
  trained: Trained,
  verdict: PhotoVerdict,
  features: Features,
  count: number,
): { readonly explanation: Explanation; readonly names: FeatureNames } {
  const explanation = useMemo(
    () => explainVerdict(trained, verdict, features, count),
    [trained, verdict, features, count],
  );
  const names = useFeatureNames(
    trained,
    explanation.strongest.map(({ index }) => index),
  );
  return { explanation, names };
}
