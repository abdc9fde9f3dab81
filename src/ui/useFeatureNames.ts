// What a feature is called: one of ImageNet's classes, or a channel with the classes that it speaks for.

import { useMemo } from 'react';
import type { Trained } from '../store/state.ts';
import { useAppState } from './appContext.ts';
import { type FeatureNames, featureNames } from './featureNames.ts';
import { useChannelClasses } from './useChannelClasses.ts';

/**
 * @param wanted indices of the features that are shown
 * @returns names; of channels only their numbers, until the network has said what they speak for
 */
export function useFeatureNames(trained: Trained, wanted: readonly number[]): FeatureNames {
  const classNames = useAppState((state) => state.classNames);
  const { kind } = trained.set;
  const classes = useChannelClasses(kind === 'logits' ? null : kind, wanted, trained.classifier.scaling.mean);
  return useMemo(() => featureNames(kind, classNames, classes), [kind, classNames, classes]);
}
