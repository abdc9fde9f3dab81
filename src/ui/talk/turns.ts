// What a key does in a talk, and what a tap.

import { STORY, type Story } from './slides.ts';

export type Turn = 1 | -1 | 'reset' | 'screen' | { readonly story: Story };

const TURNS: Readonly<Record<string, Turn>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: { story: 'empty' },
  End: { story: 'link' },
  r: 'reset',
  f: 'screen',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

export function turnOfKey({ key, ctrlKey, metaKey, altKey, target }: Pressed): Turn | null {
  if (ctrlKey || metaKey || altKey) return null;
  // On a button they press it, and a link is followed.
  if (key === ' ' || key === 'Enter')
    return target instanceof Element && target.closest('a, button') ? null : 1;
  const story = STORY[Number(key) - 1];
  return story ? { story } : (TURNS[key] ?? TURNS[key.toLowerCase()] ?? null);
}

/** Pixels that a finger has to move for a swipe. */
const SWIPE = 30;

type Touch = Pick<PointerEvent, 'pointerType' | 'isPrimary' | 'clientX' | 'target'>;

/**
 * A finger that swipes takes the slide with it; a tap on the left third goes back, elsewhere on. A mouse marks text, and links
 * are links.
 * @param from where it came down, as `clientX`
 */
export function turnOfTouch({ pointerType, isPrimary, clientX, target }: Touch, from: number): 1 | -1 | null {
  if (pointerType !== 'touch' || !isPrimary) return null;
  const moved = clientX - from;
  if (Math.abs(moved) > SWIPE) return moved < 0 ? 1 : -1;
  if (target instanceof Element && target.closest('a')) return null;
  return clientX < window.innerWidth / 3 ? -1 : 1;
}
