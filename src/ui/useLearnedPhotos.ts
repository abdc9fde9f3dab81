// The photos behind a training set's rows, in their order, as they are on the page now.

import { useMemo } from 'react';
import type { BinId, PhotoKey } from '../store/project.ts';
import type { TrainingSet } from '../store/trainingSet.ts';
import { useProject } from './appContext.ts';
import { usePictures } from './usePictures.ts';

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
  const { bins, photos } = useProject();
  const pictures = usePictures(photos);
  return useMemo(() => {
    const here = new Map<string, LearnedPhoto>();
    for (const [i, { key, name, place }] of photos.entries()) {
      const picture = pictures[i];
      const bin = bins.findIndex(({ id }) => id === place);
      const label = bins[bin]?.label;
      if (!picture || label === undefined) continue;
      const { sha256, thumbnail } = picture;
      here.set(`${place} ${sha256}`, { key, name, thumbnail, binId: place, bin, label });
    }
    return sha256s.map((sha256, row) => here.get(`${binIds[targets[row] ?? -1]} ${sha256}`) ?? null);
  }, [sha256s, targets, binIds, bins, photos, pictures]);
}
