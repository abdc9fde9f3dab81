// Keys that work anywhere on the page.

import { useEffect } from 'react';
import { useApp } from './appContext.ts';
import { useSelection } from './selection.ts';

export function useShortcuts(): void {
  const { actions } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A text field has an undo and a delete of its own.
      if (event.target instanceof HTMLInputElement) return;
      const key = event.key.toLowerCase();
      const control = event.ctrlKey || event.metaKey;
      const { keys } = useSelection.getState();
      if (control && key === 'z' && !event.shiftKey) actions.undo();
      else if (control && (key === 'y' || key === 'z')) actions.redo();
      else if ((key === 'delete' || key === 'backspace') && keys.size > 0) actions.remove(keys);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions]);
}
