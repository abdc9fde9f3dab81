// The photos behind a training set's rows, in their order, as they are on the page now.

import { useMemo } from 'react';
import type { BinId, PhotoKey } from '../store/project.ts';
import type { TrainingSet } from '../store/trainingSet.ts';
import { useAppState, useProject } from './appContext.ts';

export interface LearnedPhoto {
  readonly key: PhotoKey;
  readonly name: string;
  readonly thumbnail: string;
  /** Its bin: id, index on the page and name. */
  readonly binId: BinId;
  readonly bin: number;
  readonly label: string;
}

/** One per row; null for a photo that has been taken out since. */
export function useLearnedPhotos({
  sha256s,
  targets,
  binIds,
}: TrainingSet): readonly (LearnedPhoto | null)[] {
  const work = useAppState((state) => state.work);
  const { bins, photos } = useProject();
  return useMemo(() => {
    const here = new Map<string, LearnedPhoto>();
    for (const { key, name, place } of photos) {
      const done = work[key];
      const bin = bins.findIndex(({ id }) => id === place);
      const label = bins[bin]?.label;
      if (done?.status !== 'ready' || label === undefined) continue;
      const { sha256, thumbnail } = done.picture;
      here.set(`${place} ${sha256}`, { key, name, thumbnail, binId: place, bin, label });
    }
    return sha256s.map((sha256, row) => here.get(`${binIds[targets[row] ?? -1]} ${sha256}`) ?? null);
  }, [sha256s, targets, binIds, work, bins, photos]);
}
