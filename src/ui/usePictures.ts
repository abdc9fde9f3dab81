// The pictures of some photos, drawn anew only when one of these changes: not at every step of any other photo.

import { useShallow } from 'zustand/react/shallow';
import type { Photo } from '../store/project.ts';
import type { Picture } from '../store/state.ts';
import { useAppState } from './appContext.ts';

/** One per photo; null for one that is not ready. */
export function usePictures(photos: readonly Photo[]): readonly (Picture | null)[] {
  return useAppState(
    useShallow(({ work }) =>
      photos.map(({ key }) => {
        const done = work[key];
        return done?.status === 'ready' ? done.picture : null;
      }),
    ),
  );
}
