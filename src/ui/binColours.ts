// Colour means bin: the first six bins have their own, later ones go round again (name and place tell them apart).

import type { CSSProperties } from 'react';

const COLOURS = 6;

/** Style that gives an element `--bin` (marks) and `--bin-text` (words); neutral for what is no bin (below 0). */
export function binColour(index: number): CSSProperties {
  const text = index < 0 ? 'var(--ink-2)' : `var(--bin-${colourNumber(index)}-text)`;
  return { '--bin': binMark(index), '--bin-text': text } as CSSProperties;
}

/** The colour of its marks. */
export const binMark = (index: number): string =>
  index < 0 ? 'var(--ink-2)' : `var(--bin-${colourNumber(index)})`;

const colourNumber = (index: number): number => (index % COLOURS) + 1;
