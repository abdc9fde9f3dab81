// Colour means bin: the first six bins have their own, later ones go round again (name and place tell them apart).

import type { CSSProperties } from 'react';

const COLOURS = 6;

/** Style that gives an element `--bin` (marks) and `--bin-text` (words). */
export function binColour(index: number): CSSProperties {
  const number = (Math.max(0, index) % COLOURS) + 1;
  return { '--bin': `var(--bin-${number})`, '--bin-text': `var(--bin-${number}-text)` } as CSSProperties;
}
