// For whoever drives the page from outside: is everything on the disk?

import { useLayoutEffect } from 'react';
import { isAllSaved } from '../../store/state.ts';
import { useApp } from '../appContext.ts';

/** Written when the store changes, not when React has drawn it: nobody must read `true` of what is not saved yet. */
export function useSavedMark(): void {
  const { store } = useApp();
  useLayoutEffect(() => {
    const mark = () => {
      document.documentElement.dataset.saved = String(isAllSaved(store.getState()));
    };
    mark();
    return store.subscribe(mark);
  }, [store]);
}
