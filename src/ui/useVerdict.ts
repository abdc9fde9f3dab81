// What the trained model says of a photo that is shown.

import { useDeferredValue, useMemo } from 'react';
import type { PhotoWork, Trained } from '../store/state.ts';
import { judgePhoto, type PhotoVerdict } from '../store/verdicts.ts';
import { useAppState } from './appContext.ts';

/** The current model's verdict on a photo; null while there is no model or the photo is not ready. */
export function useVerdict(work: PhotoWork): PhotoVerdict | null {
  return useVerdictOf(
    useAppState((state) => state.trained),
    work,
  );
}

/** The same for a photo that nobody looks at: it comes in pauses, and may be the one before meanwhile. */
export function useVerdictInTime(work: PhotoWork): PhotoVerdict | null {
  const trained = useAppState((state) => state.trained);
  const [now, done] = [useDeferredValue(trained, null), useDeferredValue(work, UNSEEN)];
  return useVerdictOf(now, done);
}

const UNSEEN: PhotoWork = { status: 'queued' };

function useVerdictOf(trained: Trained | null, work: PhotoWork): PhotoVerdict | null {
  const neither = useAppState(({ history }) => history.present.settings.neither);
  const features = work.status === 'ready' ? work.features : null;
  return useMemo(
    () => (trained && features ? judgePhoto(trained, features, { neither }) : null),
    [trained, features, neither],
  );
}
