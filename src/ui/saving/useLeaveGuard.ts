// The browser asks before the page is left while it holds photos that are nowhere else.

import { useEffect } from 'react';
import { useProject } from '../appContext.ts';
import { useShownSaving } from './useShownSaving.ts';

export function useLeaveGuard(): void {
  const { settled } = useShownSaving();
  const hasPhotos = useProject().photos.length > 0;
  const wouldLose = hasPhotos && (settled.status === 'full' || settled.status === 'off');
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Chrome before 119 and Safari ask for this alone.
      event.returnValue = true;
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [wouldLose]);
}
