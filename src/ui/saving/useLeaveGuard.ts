// The browser asks before the page is left while it holds photos that are nowhere else.

import { useEffect } from 'react';
import { isAllSaved } from '../../store/state.ts';
import { useApp, useAppState } from '../appContext.ts';

export function useLeaveGuard(): void {
  const { storage } = useApp();
  const isSaved = useAppState(isAllSaved);
  useEffect(() => {
    // Some browsers keep no page with such a listener for the way back.
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (storage.countAtRisk() === 0) return;
      event.preventDefault();
      // Chrome before 119 and Safari ask for this alone.
      event.returnValue = true;
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [storage, isSaved]);
}
