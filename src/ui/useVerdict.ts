// What the trained model says of a photo that is shown.

import { useMemo } from 'react';
import type { PhotoWork } from '../store/state.ts';
import { judgePhoto, type PhotoVerdict } from '../store/verdicts.ts';
import { useAppState } from './appContext.ts';

/** The current model's verdict on a photo; null while there is no model or the photo is not ready. */
export function useVerdict(work: PhotoWork): PhotoVerdict | null {
  const trained = useAppState((state) => state.trained);
  const neither = useAppState(({ history }) => history.present.settings.neither);
  const features = work.status === 'ready' ? work.features : null;
  return useMemo(
    () => (trained && features ? judgePhoto(trained, features, { neither }) : null),
    [trained, features, neither],
  );
}
