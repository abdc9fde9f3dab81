// Asks the network where on a photo its score comes from.

import { useCallback, useEffect, useState } from 'react';
import type { HeatMap } from '../../core/heatMap.ts';
import { undoScaling } from '../../core/scaling.ts';
import type { Boundary } from '../../core/types.ts';
import type { PhotoKey } from '../../store/project.ts';
import type { Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import { useApp } from '../appContext.ts';

interface Answer {
  /** What was asked about: an answer about an older boundary still shows, but not as the current one. */
  readonly of: Boundary;
  readonly map: HeatMap | null;
}

export interface AskedHeatMap {
  readonly status: 'asking' | 'ready' | 'failed';
  /** While asking, the last one of the same photo. */
  readonly map: HeatMap | null;
  readonly askAgain: () => void;
}

/** @param wanted false: nothing is asked for */
export function useHeatMap(
  key: PhotoKey,
  sha256: string,
  trained: Trained,
  { boundary }: PhotoVerdict,
  wanted: boolean,
): AskedHeatMap {
  const { pipeline } = useApp();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const askAgain = useCallback(() => {
    setAnswer(null);
    setAttempt((number) => number + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    const score = undoScaling(boundary, trained.classifier.scaling);
    pipeline
      .heatMap({ key, sha256, kind: trained.set.kind, score })
      .then((map) => {
        if (!stale) setAnswer({ of: boundary, map });
      })
      .catch(() => {
        if (!stale) setAnswer({ of: boundary, map: null });
      });
    return () => {
      stale = true;
    };
  }, [pipeline, key, sha256, trained, boundary, wanted, attempt]);

  const isCurrent = answer?.of === boundary;
  const status = !isCurrent ? 'asking' : answer.map ? 'ready' : 'failed';
  return { status, map: answer?.map ?? null, askAgain };
}
