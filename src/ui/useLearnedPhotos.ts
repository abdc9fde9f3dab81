// The photos behind the trained model's rows, in their order, as they are on the page now.

import { useMemo } from 'react';
import type { PhotoKey } from '../store/project.ts';
import { useAppState, useProject } from './appContext.ts';

export interface LearnedPhoto {
  readonly key: PhotoKey;
  readonly name: string;
  readonly thumbnail: string;
  /** Index and name of its bin on the page. */
  readonly bin: number;
  readonly label: string;
}

/** One per row of the training set; null for a photo that has been taken out since. */
export function useLearnedPhotos(): readonly (LearnedPhoto | null)[] {
  const trained = useAppState((state) => state.trained);
  const work = useAppState((state) => state.work);
  const project = useProject();
  return useMemo(() => {
    if (!trained) return [];
    const here = new Map<string, LearnedPhoto>();
    for (const { key, name, place } of project.photos) {
      const done = work[key];
      const bin = project.bins.findIndex(({ id }) => id === place);
      const label = project.bins[bin]?.label;
      if (done?.status !== 'ready' || label === undefined) continue;
      const { sha256, thumbnail } = done.picture;
      here.set(`${place} ${sha256}`, { key, name, thumbnail, bin, label });
    }
    const { set } = trained;
    return set.sha256s.map(
      (sha256, row) => here.get(`${set.binIds[set.targets[row] ?? -1]} ${sha256}`) ?? null,
    );
  }, [trained, work, project]);
}
