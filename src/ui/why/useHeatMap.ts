// Asks the network where on a photo its score comes from.

import { useEffect, useState } from 'react';
import { type HeatMap, undoScaling } from '../../core/heatMap.ts';
import type { Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import { useApp } from '../appContext.ts';

export interface AskedHeatMap {
  readonly status: 'asking' | 'ready' | 'failed';
  /** While another is asked for, the last one of the same photo. */
  readonly map: HeatMap | null;
}

/** @param wanted false: nothing is asked for */
export function useHeatMap(
  file: Blob,
  sha256: string,
  trained: Trained,
  { boundary }: PhotoVerdict,
  wanted: boolean,
): AskedHeatMap {
  const { pipeline } = useApp();
  const [asked, setAsked] = useState<AskedHeatMap>({ status: 'asking', map: null });
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    setAsked(({ map }) => ({ status: 'asking', map }));
    const score = undoScaling(boundary, trained.classifier.scaling);
    pipeline
      .heatMap({ file, sha256, kind: trained.set.kind, score })
      .then((map) => {
        if (!stale) setAsked({ status: 'ready', map });
      })
      .catch(() => {
        if (!stale) setAsked({ status: 'failed', map: null });
      });
    return () => {
      stale = true;
    };
  }, [pipeline, file, sha256, trained, boundary, wanted]);
  return asked;
}
