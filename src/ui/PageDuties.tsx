// What the page does besides being drawn. A component of its own: what it follows changes with every step and every save, and
// would have all of the page drawn anew.

import { useEffect, useLayoutEffect } from 'react';
import { useAppState } from './appContext.ts';
import { keepFocus } from './focus/keepFocus.ts';
import { useLeaveGuard } from './saving/useLeaveGuard.ts';
import { useSavedMark } from './saving/useSavedMark.ts';
import { useComingMark } from './useComingMark.ts';
import { useShortcuts } from './useShortcuts.ts';

/** @param isWhole is all of the page there? */
export function PageDuties({ isWhole }: { readonly isWhole: boolean }) {
  useReadiness(isWhole);
  useSavedMark();
  useComingMark();
  useLeaveGuard();
  useShortcuts();
  useEffect(keepFocus, []);
  return null;
}

/** For whoever drives the page from outside: is the network ready, and on which backend? Not before all of the page is there. */
function useReadiness(isWhole: boolean): void {
  const network = useAppState((state) => state.network);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.ready = String(isWhole && network.status === 'ready');
    if (network.status === 'ready') dataset.backend = network.info.backend;
    else delete dataset.backend;
  }, [network, isWhole]);
}
