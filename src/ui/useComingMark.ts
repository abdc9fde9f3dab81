// While photos come in, the page does not fade and glide: see base.css.

import { useLayoutEffect } from 'react';
import { areComing } from '../store/state.ts';
import { useAppState } from './appContext.ts';

export function useComingMark(): void {
  const coming = useAppState(areComing);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-coming', coming);
  }, [coming]);
}
