// The keys that move the map while it has the focus.

import type { KeyboardEvent } from 'react';
import { type MapMoves, ZOOM_STEP } from './useMapZoom.ts';

/** Pixels per press. */
const PAN = 60;

/** @returns whether the key moved the map */
export function moveByKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, moves: MapMoves): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const move = {
    ArrowLeft: () => moves.panBy(PAN, 0),
    ArrowRight: () => moves.panBy(-PAN, 0),
    ArrowUp: () => moves.panBy(0, PAN),
    ArrowDown: () => moves.panBy(0, -PAN),
    '+': () => moves.zoomBy(ZOOM_STEP),
    '=': () => moves.zoomBy(ZOOM_STEP),
    '-': () => moves.zoomBy(1 / ZOOM_STEP),
    '0': moves.reset,
  }[key];
  move?.();
  return move !== undefined;
}
