// Where the photos lie: the plane in which they differ most.

import { useMemo } from 'react';
import type { PhotoMap as PhotoMapData } from '../../core/evaluation/types.ts';
import { TRAY } from '../../store/project.ts';
import { useAppState, useProject } from '../appContext.ts';
import { useLearnedPhotos } from '../useLearnedPhotos.ts';
import { usePictures } from '../usePictures.ts';
import { useSetBins } from '../useSetBins.ts';
import { useShowPhoto } from '../useShowPhoto.ts';
import { words } from '../words/words.ts';
import { Card } from './Card.tsx';
import styles from './MapCard.module.css';
import { PhotoMap } from './PhotoMap.tsx';
import type { ShownPhoto } from './shownPhoto.ts';
import type { Kept } from './useKept.ts';

export function MapCard({ map }: { readonly map: Kept<PhotoMapData> | null }) {
  return (
    <Card title={words.evaluation.map.title} wide isStale={map?.isStale ?? false}>
      {map ? <DrawnMap map={map} /> : <p className={styles.waiting}>{words.evaluation.map.waiting}</p>}
    </Card>
  );
}

function DrawnMap({ map: { value, of, tests } }: { readonly map: Kept<PhotoMapData> }) {
  const { set } = of;
  const learned = useLearnedPhotos(set);
  const tested = useTestPhotos(tests);
  const chosen = useAppState((state) => state.chosen);
  const showPhoto = useShowPhoto();
  const { labels, places } = useSetBins(set);
  const rows = useMemo(
    () => learned.map((photo, row) => photo ?? gone(`gone-${row}`, places[set.targets[row] ?? -1] ?? null)),
    [learned, set, places],
  );
  return (
    <PhotoMap
      map={value}
      rows={rows}
      tests={tested}
      labels={labels}
      colours={places}
      chosen={chosen}
      onChoose={showPhoto}
    />
  );
}

function useTestPhotos(sha256s: readonly string[]): readonly ShownPhoto[] {
  const { photos } = useProject();
  const pictures = usePictures(photos);
  return useMemo(() => {
    const here = new Map<string, ShownPhoto>();
    for (const [i, { key, name, place }] of photos.entries()) {
      const picture = pictures[i];
      if (place !== TRAY || !picture) continue;
      here.set(picture.sha256, { key, name, thumbnail: picture.thumbnail, bin: null });
    }
    return sha256s.map((sha256, i) => here.get(sha256) ?? gone(`gone-test-${i}`, null));
  }, [sha256s, photos, pictures]);
}

/** A photo that was taken out and is still on the map for a moment. @param bin as `ShownPhoto` has it */
const gone = (key: string, bin: ShownPhoto['bin']): ShownPhoto => ({
  key,
  name: words.evaluation.map.takenOut,
  thumbnail: '',
  bin,
});
