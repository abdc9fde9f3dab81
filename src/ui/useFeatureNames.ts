// What a feature is called: one of ImageNet's classes, or a channel with the classes that it speaks for.

import { useEffect, useMemo, useState } from 'react';
import type { FeatureKind } from '../core/types.ts';
import type { Trained } from '../store/state.ts';
import { useApp, useAppState } from './appContext.ts';
import { type FeatureNames, featureNames } from './featureNames.ts';

interface Found {
  readonly kind: FeatureKind;
  /** Per channel, indices of the classes that it speaks for. */
  readonly classes: ReadonlyMap<number, readonly number[]>;
}

/**
 * @param wanted indices of the features that are shown
 * @returns names; of channels only their numbers, until the network has said what they speak for
 */
export function useFeatureNames(trained: Trained, wanted: readonly number[]): FeatureNames {
  const { pipeline } = useApp();
  const classNames = useAppState((state) => state.classNames);
  const { kind } = trained.set;
  const average = trained.classifier.scaling.mean;
  const channels = wanted.join();
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    if (kind === 'logits' || channels === '') return;
    let stale = false;
    const asked = channels.split(',').map(Number);
    pipeline
      .channelNames(kind, asked, average)
      .then((classes) => {
        if (stale) return;
        setFound({ kind, classes: new Map(asked.map((channel, i) => [channel, classes[i] ?? []])) });
      })
      // A channel's number still tells it from the others.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [pipeline, kind, channels, average]);

  return useMemo(() => {
    // Channels of another module have the same numbers.
    return featureNames(kind, classNames, found?.kind === kind ? found.classes : new Map());
  }, [kind, classNames, found]);
}
