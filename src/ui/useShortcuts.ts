// Keys that work anywhere on the page.

import { useEffect } from 'react';
import type { PhotoKey } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { isBehindDialog, isInTextField } from './typedInto.ts';

/**
 * The photos that a key pressed there means: those that are seen to be selected in the list that has the focus;
 * without any, the focused one. Outside of the lists, none.
 */
function meant(target: EventTarget | null): readonly PhotoKey[] {
  const list = target instanceof Element ? target.closest('[role="grid"]') : null;
  const selected = [...(list?.querySelectorAll<HTMLElement>('[data-photo][aria-selected="true"]') ?? [])];
  const focused = target instanceof Element ? target.closest<HTMLElement>('[data-photo]') : null;
  return (selected.length > 0 || !focused ? selected : [focused]).flatMap(({ dataset }) => dataset.key ?? []);
}

export function useShortcuts(): void {
  const { actions } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isInTextField(event) || isBehindDialog()) return;
      const key = event.key.toLowerCase();
      const control = event.ctrlKey || event.metaKey;
      const keys = meant(event.target);
      if (control && key === 'z' && !event.shiftKey) actions.undo();
      else if (control && (key === 'y' || key === 'z')) actions.redo();
      else if ((key === 'delete' || key === 'backspace') && keys.length > 0) actions.remove(keys);
      else return;
      event.preventDefault();
    };
    // Before React Aria, which lets no key out of a photo's own buttons.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [actions]);
}
