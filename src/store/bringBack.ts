// Photos of a saved project come back with what is known of them; the others are read once more.

import { BinsightError } from '../core/errors.ts';
import type { Known } from './known.ts';
import type { PhotoFiles } from './photoFiles.ts';
import type { PhotoKey } from './project.ts';
import type { AppStore, PhotoWork } from './state.ts';
import type { Ledger } from './storage/ledger.ts';
import type { Library, SavedResults } from './storage/library.ts';
import type { SavedProject } from './storage/records.ts';

interface Parts {
  readonly library: Pick<Library, 'readResults' | 'fileKeys'>;
  readonly ledger: Pick<Ledger, 'knowResults'>;
  readonly files: Pick<PhotoFiles, 'added'>;
  readonly known: Known;
}

export function createBringBack(store: AppStore, { library, ledger, files, known }: Parts) {
  const put = (keys: readonly PhotoKey[], status: (key: PhotoKey) => PhotoWork): void => {
    const found = Object.fromEntries(keys.map((key) => [key, status(key)]));
    store.setState((state) => ({ work: { ...state.work, ...found } }));
  };

  return async ({ project, sha256s, modelId: savedWith }: SavedProject): Promise<void> => {
    const { work } = store.getState();
    // The others are here, or on their way.
    const coming = project.photos
      .map(({ key }) => key)
      .filter((key) => work[key] === undefined || work[key].status === 'queued');
    if (coming.length === 0) return;
    // Nobody reads them while their results are on the way.
    put(coming, () => ({ status: 'reading' }));
    if (store.getState().modelId === null) store.setState({ modelId: savedWith });
    const { modelId } = store.getState();
    const hashes = [...new Set(coming.flatMap((key) => sha256s.get(key) ?? []))];
    const [results, saved] = await Promise.all([
      library.readResults(hashes, modelId).catch((): SavedResults[] => []),
      library.fileKeys().catch(() => null),
    ]);
    ledger.knowResults(modelId, hashes, results);
    // Another network may have started meanwhile.
    const isSameModel = store.getState().modelId === modelId;
    for (const [i, sha256] of hashes.entries()) {
      const { picture = null, features = null } = results[i] ?? {};
      if (picture && !known.pictures.has(sha256)) {
        const { width, height, thumbnail } = picture;
        const url = URL.createObjectURL(thumbnail);
        known.pictures.set(sha256, { picture: { sha256, width, height, thumbnail: url }, thumbnail });
      }
      if (features && isSameModel) known.features.set(sha256, features);
    }
    put(coming, (key) => {
      // Its bytes went another way than its record: somebody has cleared the site's data.
      const isLost = saved !== null && !saved.has(key) && !files.added(key);
      if (isLost) return { status: 'failed', error: new BinsightError('photo-lost') };
      const sha256 = sha256s.get(key) ?? '';
      const picture = known.pictures.get(sha256)?.picture;
      const features = known.features.get(sha256);
      return picture && features ? { status: 'ready', picture, features } : { status: 'queued' };
    });
  };
}
