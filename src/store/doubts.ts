// Photos that look as if they lay in the wrong bin: a model that had not seen the photo put it elsewhere.

import type { BinId } from './project.ts';
import type { Evaluation } from './state.ts';

export interface Doubt {
  /** Where the photo looks as if it belonged. */
  readonly binId: BinId;
  /** Scores of the model that had not seen it: of that bin, and of the bin that it lies in. */
  readonly score: number;
  readonly ownScore: number;
}

export type Doubts = ReadonlyMap<string, Doubt>;

const NONE: Doubts = new Map();
const known = new WeakMap<Evaluation, Doubts>();

/** The same photo may lie in two bins, and look wrong in one. */
export const doubtKey = (binId: BinId, sha256: string): string => `${binId} ${sha256}`;

/** By `doubtKey`; made once per evaluation. */
export function doubtsOf(evaluation: Evaluation | null): Doubts {
  if (!evaluation) return NONE;
  const found = known.get(evaluation) ?? findDoubts(evaluation);
  known.set(evaluation, found);
  return found;
}

function findDoubts({ heldOut, of: { set } }: Evaluation): Doubts {
  const doubts = new Map<string, Doubt>();
  for (const [row, predicted] of heldOut.predicted.entries()) {
    const target = set.targets[row];
    const scores = heldOut.scores[row];
    if (predicted === null || target === undefined || !scores || predicted === target) continue;
    const [own, binId, sha256] = [set.binIds[target], set.binIds[predicted], set.sha256s[row]];
    if (own === undefined || binId === undefined || sha256 === undefined) continue;
    doubts.set(doubtKey(own, sha256), {
      binId,
      score: scores[predicted] ?? 0,
      ownScore: scores[target] ?? 0,
    });
  }
  return doubts;
}
