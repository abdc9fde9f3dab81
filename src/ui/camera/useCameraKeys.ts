// The camera's keys, which work anywhere on the page while its place is open.

import { useEffect } from 'react';
import type { Place } from '../../store/project.ts';
import { useBins } from '../appContext.ts';
import { isBehindDialog, isTypedInto } from '../typedInto.ts';
import { placeOfKey } from './placeKeys.ts';

export function useCameraKeys(take: (place: Place) => void, close: () => void): void {
  const bins = useBins();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTypedInto(event) || isBehindDialog()) return;
      const place = placeOfKey(event, bins);
      if (place === null) return;
      // Else a list that has the focus looks for a photo of that name.
      event.preventDefault();
      event.stopPropagation();
      // A key that is held would add thirty photos a second.
      if (!event.repeat) take(place);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [bins, take]);

  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      // First of all it ends what it ends elsewhere: a menu, a selection, a name being typed.
      if (event.key !== 'Escape' || event.defaultPrevented || isTypedInto(event) || isBehindDialog()) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onEscape);
    return () => document.removeEventListener('keydown', onEscape);
  }, [close]);
}
