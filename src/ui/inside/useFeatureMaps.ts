// Asks the network what a stage finds on a photo.

import { useCallback, useEffect, useState } from 'react';
import { asBinsightError, type BinsightError } from '../../core/errors.ts';
import type { PhotoKey } from '../../store/project.ts';
import type { FeatureMaps, Stage } from '../../workers/contract.ts';
import { useApp } from '../appContext.ts';

/** Channels that are asked for, so that showing more of them waits for nothing. */
export const MOST_CHANNELS = 96;

interface Answer {
  /** What was asked about. */
  readonly of: string;
  readonly maps: FeatureMaps | null;
  readonly error: BinsightError | null;
}

export interface AskedFeatureMaps {
  /** null while asking, and where it failed. */
  readonly maps: FeatureMaps | null;
  readonly error: BinsightError | null;
  readonly askAgain: () => void;
}

export function useFeatureMaps(key: PhotoKey, sha256: string, stage: Stage): AskedFeatureMaps {
  const { pipeline } = useApp();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const askAgain = useCallback(() => {
    setAnswer(null);
    setAttempt((number) => number + 1);
  }, []);
  const question = `${stage} ${sha256}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    let stale = false;
    const answerWith = (maps: FeatureMaps | null, error: BinsightError | null) => {
      if (!stale) setAnswer({ of: question, maps, error });
    };
    pipeline
      .featureMaps(key, sha256, stage, MOST_CHANNELS)
      .then((maps) => answerWith(maps, null))
      .catch((error: unknown) => answerWith(null, asBinsightError(error)));
    return () => {
      stale = true;
    };
  }, [pipeline, key, sha256, stage, question, attempt]);

  const current = answer?.of === question ? answer : null;
  return { maps: current?.maps ?? null, error: current?.error ?? null, askAgain };
}
