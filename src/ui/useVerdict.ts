// What the trained model says of a photo that is shown.

import { useDeferredValue, useMemo } from 'react';
import type { Features } from '../core/types.ts';
import type { PhotoWork, Trained } from '../store/state.ts';
import { judgePhoto, type PhotoVerdict } from '../store/verdicts.ts';
import { useAppState } from './appContext.ts';

/** The current model's verdict on a photo; null while there is no model or the photo is not ready. */
export function useVerdict(work: PhotoWork): PhotoVerdict | null {
  return useVerdictOf(
    useAppState((state) => state.trained),
    featuresOf(work),
  );
}

/** The same for a photo that nobody looks at: it comes in pauses, and may be the one before meanwhile. */
export function useVerdictInTime(work: PhotoWork): PhotoVerdict | null {
  const trained = useAppState((state) => state.trained);
  const [now, done] = [useDeferredValue(trained, null), useDeferredValue(work, UNSEEN)];
  return useVerdictOf(now, featuresOf(done));
}

const UNSEEN: PhotoWork = { status: 'queued' };

const featuresOf = (work: PhotoWork): Features | null => (work.status === 'ready' ? work.features : null);

/** A model's verdict on what the network has said of a picture; null where one of the two is missing. */
export function useVerdictOf(trained: Trained | null, features: Features | null): PhotoVerdict | null {
  const neither = useAppState(({ history }) => history.present.settings.neither);
  return useMemo(
    () => (trained && features ? judgePhoto(trained, features, { neither }) : null),
    [trained, features, neither],
  );
}
