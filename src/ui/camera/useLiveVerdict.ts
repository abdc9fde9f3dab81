// The verdict on the camera's newest frame, with what it was made of.

import { useMemo } from 'react';
import { NEITHER } from '../../core/novelty.ts';
import type { Features } from '../../core/types.ts';
import type { Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import { useAppState, useBins } from '../appContext.ts';
import { useVerdictOf } from '../useVerdict.ts';
import { words } from '../words/words.ts';

export interface SeenVerdict {
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  readonly features: Features;
  /** As a photo's row has it in `data-verdict`. */
  readonly label: string;
  /** As people read it. */
  readonly name: string;
  /** Of the bin; -1 for neither. */
  readonly binIndex: number;
}

/** @param features null before the first frame has been seen */
export function useLiveVerdict(features: Features | null): SeenVerdict | null {
  const trained = useAppState((state) => state.trained);
  const verdict = useVerdictOf(trained, features);
  const bins = useBins();
  return useMemo(() => {
    if (!trained || !features || !verdict) return null;
    const binIndex = verdict.neither ? -1 : bins.findIndex(({ id }) => id === verdict.binId);
    const label = verdict.neither ? NEITHER : (bins[binIndex]?.label ?? verdict.label);
    const name = verdict.neither ? words.common.neither : label;
    return { verdict, trained, features, label, name, binIndex };
  }, [trained, features, verdict, bins]);
}
