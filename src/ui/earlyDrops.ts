// Files that are dropped before the page stands. The browser would leave the page and show them; here they are kept.

import { type Drop, hasFiles, openDrop } from './droppedFiles.ts';

/** Hands over what has been dropped so far, and listens no longer. */
export type TakeEarlyDrops = () => readonly Drop[];

export function keepEarlyDrops(): TakeEarlyDrops {
  const drops: Drop[] = [];
  const abort = new AbortController();
  const options = { signal: abort.signal };
  const over = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  };
  document.addEventListener('dragenter', over, options);
  document.addEventListener('dragover', over, options);
  document.addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      drops.push(openDrop(event.dataTransfer));
    },
    options,
  );
  return () => {
    abort.abort();
    return drops.splice(0);
  };
}
