// Moving photos between places: by mouse and touch, and by keyboard and screen reader (React Aria speaks the steps).

import type { DropTarget, Key } from 'react-aria-components';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { Place } from '../store/project.ts';
import { useApp } from './appContext.ts';

const PHOTO_KEY = 'application/x-binsight-photo';

/** Hooks for a list of the photos in `place`: its photos can be dragged away, others can be dropped on it. */
export function usePhotoDrag(place: Place, nameOf: (key: Key) => string) {
  const { actions } = useApp();
  return useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [PHOTO_KEY]: String(key), 'text/plain': nameOf(key) })),
    acceptedDragTypes: [PHOTO_KEY],
    getDropOperation: (_target: DropTarget, _types, allowed) =>
      allowed.includes('move') ? 'move' : 'cancel',
    async onRootDrop({ items }) {
      const keys = await Promise.all(
        items.filter((item) => item.kind === 'text').map((item) => item.getText(PHOTO_KEY)),
      );
      actions.move(keys, place);
    },
  }).dragAndDropHooks;
}
