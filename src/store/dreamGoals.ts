// What a photo is to look more like, in the terms of what was learned.

import { undoScaling } from '../core/scaling.ts';
import type { DreamGoal } from '../workers/contract.ts';
import type { Trained } from './state.ts';

/**
 * Towards a bin: to its side of the one boundary of two bins, else up its own against all others.
 * @param bin its place among the bins that were learned from
 * @returns null where nothing leads there: the bin holds just the photos of the others
 */
export function goalTowards({ classifier, set }: Trained, bin: number): DreamGoal | null {
  const { boundaries, scaling } = classifier;
  const isOne = boundaries.length === 1;
  const boundary = boundaries[isOne ? 0 : bin];
  if (!boundary || boundary.norm === 0) return null;
  const { bias } = boundary;
  return { kind: set.kind, score: undoScaling(boundary, scaling), bias, sign: isOne && bin === 0 ? -1 : 1 };
}
