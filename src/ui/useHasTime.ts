// What nobody sees at first is drawn when the network is there: the two share the processor while the page is opened.

import { useEffect, useState } from 'react';
import { useAppState } from './appContext.ts';

/** Milliseconds after which it is drawn all the same: on a slow line the network comes much later. */
const PATIENCE = 1500;

export function useHasTime(): boolean {
  const isLoading = useAppState(({ network }) => network.status === 'loading');
  const [hasTime, setHasTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasTime(true), isLoading ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [isLoading]);
  return hasTime;
}
