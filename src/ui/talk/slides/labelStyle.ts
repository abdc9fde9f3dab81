// A bin's name on a slide: in its colour, and in smaller type the longer it is.

import type { CSSProperties } from 'react';
import { binColour } from '../../binColours.ts';

/** @param index of the bin; below 0 for what is none */
export const labelStyle = (index: number, label: string): CSSProperties =>
  ({ ...binColour(index), '--chars': Math.max(1, label.length) }) as CSSProperties;
