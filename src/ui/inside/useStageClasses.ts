// The classes that a stage's channels speak for, at the two stages where that can be asked.

import { useMemo } from 'react';
import { fitScaling } from '../../core/scaling.ts';
import type { Features } from '../../core/types.ts';
import type { Trained } from '../../store/state.ts';
import type { Stage } from '../../workers/contract.ts';
import { useAppState } from '../appContext.ts';
import { imagenetName } from '../sentences.ts';
import { type NamedKind, useChannelClasses } from '../useChannelClasses.ts';

const KINDS: Partial<Readonly<Record<Stage, NamedKind>>> = {
  inception_4d: 'inception_4d',
  inception_5b: 'pool5',
};

const NOTHING = new Float64Array(0);

/**
 * @param wanted the channels that are shown
 * @param features the photo's
 * @returns a channel's classes by name, none until they are known; null where they are not asked for
 */
export function useStageClasses(
  stage: Stage,
  wanted: readonly number[],
  trained: Trained | null,
  features: Features,
): ((channel: number) => readonly string[]) | null {
  const kind = KINDS[stage] ?? null;
  const classNames = useAppState((state) => state.classNames);
  // The same average as where channels are features, so that they have the same names; before anything has been learned,
  // the photo's own.
  const average = useMemo(() => {
    if (kind === null) return NOTHING;
    const rows = trained?.set.rows ?? [features];
    return fitScaling(rows.map((row) => row[kind])).mean;
  }, [trained, features, kind]);
  const classes = useChannelClasses(kind, wanted, average);
  if (kind === null) return null;
  return (channel) => (classes.get(channel) ?? []).map((index) => imagenetName(classNames, index));
}
