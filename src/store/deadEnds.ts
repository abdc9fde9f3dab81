// Photos that come to nothing: refused ones, and those that lie in their place already. A folder may hold thousands of them,
// each is read in a millisecond, and each change of the state takes as long as there are photos: so they are told together.

import type { Actions } from './actions.ts';
import type { PhotoKey } from './project.ts';
import type { AppStore, PhotoWork } from './state.ts';
import { twinsIn } from './twins.ts';

type Failed = Extract<PhotoWork, { readonly status: 'failed' }>;

/** Milliseconds from the first that is not told yet: so many, and so many more per photo of the project. */
const PAUSE = 50;
const PAUSE_PER_PHOTO = 0.1;

export interface DeadEnds {
  readonly refuse: (key: PhotoKey, failed: Failed) => void;
  /** @param sha256 of a photo that is in the same place */
  readonly dropTwin: (key: PhotoKey, sha256: string) => void;
  /** Is it known to have come to nothing, and not told yet? */
  readonly has: (key: PhotoKey) => boolean;
  /** Nobody is to wait any longer. */
  readonly tell: () => void;
}

export function createDeadEnds(store: AppStore, actions: Actions): DeadEnds {
  const refused = new Map<PhotoKey, Failed>();
  const twins = new Map<PhotoKey, string>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const tellInTime = (): void => {
    const { photos } = store.getState().history.present;
    timer ??= setTimeout(tell, PAUSE + PAUSE_PER_PHOTO * photos.length);
  };

  const tell = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (refused.size > 0) {
      const failed = Object.fromEntries(refused);
      refused.clear();
      store.setState(({ work }) => ({ work: { ...work, ...failed } }));
    }
    if (twins.size > 0) {
      const gone = new Map(twins);
      twins.clear();
      forget(gone);
    }
  };

  /** Those whose twin has been moved or removed meanwhile stay, and are read once more. */
  const forget = (gone: ReadonlyMap<PhotoKey, string>): void => {
    const before = store.getState().history.present;
    actions.forget(gone);
    const after = store.getState().history.present;
    const left = new Set(after.photos.map(({ key }) => key));
    const went = before.photos.filter(({ key }) => gone.has(key) && !left.has(key));
    for (const place of new Set(went.map((photo) => photo.place))) {
      const ofPlace = went.filter((photo) => photo.place === place);
      const twins = twinsIn(store.getState(), place, ofPlace, ({ key }) => gone.get(key));
      actions.notify({ kind: 'already-there', names: ofPlace.map(({ name }) => name), place, twins });
    }
  };

  return {
    refuse(key, failed) {
      refused.set(key, failed);
      tellInTime();
    },
    dropTwin(key, sha256) {
      twins.set(key, sha256);
      tellInTime();
    },
    has: (key) => refused.has(key) || twins.has(key),
    tell,
  };
}
