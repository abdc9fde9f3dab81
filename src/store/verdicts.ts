// What the trained model says of a photo, in terms of the project's bins.

import { judge } from '../core/judge.ts';
import { explainTerms, strongestTerms } from '../core/terms.ts';
import type { Boundary, Term, Verdict } from '../core/types.ts';
import type { BinId } from './project.ts';
import type { Trained } from './state.ts';

export interface PhotoVerdict extends Verdict {
  readonly binId: BinId;
  /** Left and right of the boundary: two bins, or (with more) all the others and the winner. */
  readonly sides: readonly [BinId | null, BinId];
}

export function judgePhoto({ classifier, binIds }: Trained, logits: Float32Array): PhotoVerdict {
  const verdict = judge(classifier, logits);
  const winner = binIds[classifier.labels.indexOf(verdict.label)] ?? '';
  const [first = '', second = ''] = binIds;
  return { ...verdict, binId: winner, sides: binIds.length === 2 ? [first, second] : [null, winner] };
}

interface Explanation {
  readonly strongest: readonly Term[];
  /** Sum of all other terms, and how many they are. */
  readonly others: number;
  readonly otherCount: number;
  readonly constant: number;
}

/** The score's own sum: `strongest + others + constant` is the verdict's score, exactly. */
export function explainVerdict(
  { classifier, binIds }: Trained,
  { binId }: PhotoVerdict,
  logits: Float32Array,
  count: number,
): Explanation | null {
  const boundary: Boundary | undefined =
    classifier.boundaries.length === 1
      ? classifier.boundaries[0]
      : classifier.boundaries[binIds.indexOf(binId)];
  if (!boundary) return null;
  const { terms, constant } = explainTerms(boundary, classifier.scaling, logits);
  const { strongest, others } = strongestTerms(terms, count);
  return { strongest, others, otherCount: terms.length - strongest.length, constant };
}
