// Colour means bin: the first six bins have their own, later ones go round again (name and place tell them apart).

import type { CSSProperties } from 'react';

const COLOURS = 6;

/** Style that gives an element `--bin` (marks) and `--bin-text` (words); neutral for what is no bin (below 0). */
export function binColour(index: number): CSSProperties {
  if (index < 0) return { '--bin': 'var(--ink-2)', '--bin-text': 'var(--ink-2)' } as CSSProperties;
  const number = (index % COLOURS) + 1;
  return { '--bin': `var(--bin-${number})`, '--bin-text': `var(--bin-${number}-text)` } as CSSProperties;
}
