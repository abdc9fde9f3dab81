// While photos are taken up, bins and the tray are where they go: a tap on one, beside its photos, puts them there; its
// other controls rest (base.css). Escape ends it.

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Place } from '../../store/project.ts';
import { endTaking } from './taken.ts';

export function usePlaceTaps(put: (place: Place) => void): void {
  const latest = useRef(put);
  useLayoutEffect(() => {
    latest.current = put;
  }, [put]);

  useLayoutEffect(() => {
    const page = document.documentElement;
    page.toggleAttribute('data-taking', true);
    return () => {
      page.toggleAttribute('data-taking', false);
    };
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal };
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest('[data-photo], button')) return;
      const place = target.closest<HTMLElement>('[data-drop-place]')?.dataset.dropPlace;
      if (place !== undefined) latest.current(place);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') endTaking();
    };
    document.addEventListener('click', onClick, options);
    document.addEventListener('keydown', onKey, options);
    return () => abort.abort();
  }, []);
}
