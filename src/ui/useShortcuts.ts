// Keys that work anywhere on the page.

import { useEffect } from 'react';
import type { PhotoKey } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { useSelection } from './selection.ts';

/** The selected photos; without any, the one that has the focus. */
function meant(target: EventTarget | null): readonly PhotoKey[] {
  const selected = [...useSelection.getState().keys];
  const focused =
    target instanceof Element ? target.closest<HTMLElement>('[data-photo]')?.dataset.key : undefined;
  return selected.length > 0 || focused === undefined ? selected : [focused];
}

export function useShortcuts(): void {
  const { actions } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A text field has an undo and a delete of its own.
      if (event.target instanceof HTMLInputElement) return;
      const key = event.key.toLowerCase();
      const control = event.ctrlKey || event.metaKey;
      const keys = meant(event.target);
      if (control && key === 'z' && !event.shiftKey) actions.undo();
      else if (control && (key === 'y' || key === 'z')) actions.redo();
      else if ((key === 'delete' || key === 'backspace') && keys.length > 0) actions.remove(keys);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions]);
}
