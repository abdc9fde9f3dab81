// Files from outside the page: dropped anywhere, or pasted. Listens on the whole document before anything else does,
// so that a near miss is not lost, and leaves drags between bins (which carry no files) to the lists.

import { useEffect, useState } from 'react';
import { fromDialog } from '../store/intake.ts';
import { type Place, TRAY } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { type Drop, hasFiles, openDrop } from './droppedFiles.ts';
import type { TakeEarlyDrops } from './earlyDrops.ts';
import { useTakeFiles } from './useTakeFiles.ts';

/** Where a drag over the page would land: a bin, the tray, or the page itself. */
export type Hover = Place | 'page' | null;

/** Marks an element as a place to drop on. */
export const dropPlace = (place: Place) => ({ 'data-drop-place': place });

export function useFileIntake(takeEarlyDrops: TakeEarlyDrops): Hover {
  const { actions } = useApp();
  const takeFiles = useTakeFiles();
  const [hover, setHover] = useState<Hover>(null);

  useEffect(() => {
    const abort = new AbortController();
    const options = { capture: true, signal: abort.signal };

    const take = ({ found, names }: Drop, onto: Place | null) => {
      void found.then(({ files, unreadable }) => {
        if (files.length > 0 || unreadable.length === 0) takeFiles(files, onto, names, unreadable);
        else actions.notify({ kind: 'unreadable-drop', names: unreadable });
      });
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setHover(placeOf(event.target) ?? 'page');
    };
    const leave = (event: DragEvent) => {
      // Only leaving the window ends the hover; moving between elements fires this too.
      if (hasFiles(event) && event.relatedTarget === null) setHover(null);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHover(null);
      take(openDrop(event.dataTransfer), placeOf(event.target));
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      takeFiles(files.map(fromDialog), placeOf(document.activeElement) ?? TRAY);
    };

    // No pointer moves while something is dragged: if one does, the drag ended somewhere else.
    document.addEventListener('pointermove', () => setHover(null), options);
    document.addEventListener('dragenter', over, options);
    document.addEventListener('dragover', over, options);
    document.addEventListener('dragleave', leave, options);
    document.addEventListener('drop', drop, options);
    document.addEventListener('paste', paste, options);
    for (const drop of takeEarlyDrops()) take(drop, null);
    return () => abort.abort();
  }, [actions, takeFiles, takeEarlyDrops]);

  return hover;
}

function placeOf(target: EventTarget | null): Place | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-drop-place]') : null;
  return element?.dataset.dropPlace ?? null;
}
