// What a feature is called: one of ImageNet's classes, or a channel with the classes that it speaks for.

import { useEffect, useMemo, useState } from 'react';
import type { Trained } from '../store/state.ts';
import { useApp, useAppState } from './appContext.ts';
import { imagenetName } from './sentences.ts';

/**
 * @param wanted indices of the features that are shown
 * @returns the name of a feature; of a channel only its number, until the network has said what it speaks for
 */
export function useFeatureNames(trained: Trained, wanted: readonly number[]): (index: number) => string {
  const { pipeline } = useApp();
  const classNames = useAppState((state) => state.classNames);
  const { kind } = trained.set;
  const average = trained.classifier.scaling.mean;
  const channels = wanted.join();
  const [found, setFound] = useState<ReadonlyMap<number, readonly number[]>>(new Map());

  useEffect(() => {
    if (kind === 'logits' || channels === '') return;
    let stale = false;
    const asked = channels.split(',').map(Number);
    pipeline
      .channelNames(kind, asked, average)
      .then((classes) => {
        if (!stale) setFound(new Map(asked.map((channel, i) => [channel, classes[i] ?? []])));
      })
      // A channel's number still tells it from the others.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [pipeline, kind, channels, average]);

  return useMemo(() => {
    if (kind === 'logits') return (index) => imagenetName(classNames, index);
    return (index) => {
      const classes = found.get(index) ?? [];
      const speaksFor = classes.map((each) => imagenetName(classNames, each)).join(', ');
      return speaksFor === '' ? `channel ${index}` : `${speaksFor} (#${index})`;
    };
  }, [kind, classNames, found]);
}
