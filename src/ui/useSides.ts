// The two sides of a verdict's boundary, as they are named and coloured everywhere.

import type { CSSProperties } from 'react';
import type { PhotoVerdict } from '../store/verdicts.ts';
import { useBins } from './appContext.ts';
import { binColour, binMark } from './binColours.ts';
import { words } from './words/words.ts';

export interface Side {
  readonly label: string;
  readonly colour: CSSProperties;
  /** The colour of its marks alone, as CSS has it. */
  readonly mark: string;
}

/** Left (negative scores) and right (positive ones); with more than two bins the left is all the others. */
export function useSides({ sides: [left, right] }: Pick<PhotoVerdict, 'sides'>): readonly [Side, Side] {
  const bins = useBins();
  const side = (id: string | null): Side => {
    const index = bins.findIndex((bin) => bin.id === id);
    return {
      label: bins[index]?.label ?? words.common.others,
      colour: binColour(index),
      mark: binMark(index),
    };
  };
  return [side(left), side(right)];
}
