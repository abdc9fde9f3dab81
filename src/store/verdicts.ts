// What the trained model says of a photo, in terms of the project's bins.

import { judge } from '../core/judge.ts';
import { isNovel, type Neighbour, nearestPhotos } from '../core/novelty.ts';
import { explainTerms, strongestTerms } from '../core/terms.ts';
import type { Boundary, Features, Verdict } from '../core/types.ts';
import type { BinId, Settings } from './project.ts';
import type { Trained } from './state.ts';

export interface PhotoVerdict extends Verdict {
  /** The bin on whose side it lies, also where it is called neither. */
  readonly binId: BinId;
  /** It is unlike every training photo. */
  readonly unlike: boolean;
  /** That, and such photos are to be called neither. */
  readonly neither: boolean;
  /** The training photos most like it, first the one that decides whether it is neither. */
  readonly neighbours: readonly Neighbour[];
  /** Left and right of the boundary: two bins, or (with more) all the others and the winner. */
  readonly sides: readonly [BinId | null, BinId];
  /** The boundary that gave the score. */
  readonly boundary: Boundary;
}

/** One more than is shown: a training photo is its own nearest. */
const NEIGHBOURS = 6;

const known = new WeakMap<Trained['units'], WeakMap<Features, readonly Neighbour[]>>();

/** Looked for once: with 200 photos on either side it is most of what verdicts cost. */
function neighboursOf(units: Trained['units'], features: Features): readonly Neighbour[] {
  const ofUnits = known.get(units) ?? new WeakMap<Features, readonly Neighbour[]>();
  known.set(units, ofUnits);
  const found = ofUnits.get(features) ?? nearestPhotos(units, features.logits, NEIGHBOURS);
  ofUnits.set(features, found);
  return found;
}

/** @param neither may it be called neither? */
export function judgePhoto(
  { classifier, novelty, set, units }: Trained,
  features: Features,
  { neither }: Pick<Settings, 'neither'>,
): PhotoVerdict | null {
  const { binIds, kind } = set;
  const verdict = judge(classifier, features[kind]);
  const winner = classifier.labels.indexOf(verdict.label);
  const boundary = classifier.boundaries[binIds.length === 2 ? 0 : winner];
  const binId = binIds[winner];
  const [first = null, second = ''] = binIds;
  if (!boundary || binId === undefined) return null;
  const neighbours = neighboursOf(units, features);
  const unlike = novelty !== null && isNovel(novelty, neighbours[0]?.similarity ?? 1);
  return {
    ...verdict,
    binId,
    unlike,
    neither: neither && unlike,
    neighbours,
    sides: binIds.length === 2 ? [first, second] : [null, binId],
    boundary,
  };
}

/** One feature's part in a score. */
export interface ExplainedTerm {
  readonly index: number;
  /** Its share of the score: weight * (activation - mean). */
  readonly value: number;
  /** The feature on this photo, and the training photos' mean, as they leave the network. */
  readonly activation: number;
  readonly mean: number;
  /** What one more of the feature does to the score. */
  readonly weight: number;
}

export interface Explanation {
  /** By falling size. */
  readonly strongest: readonly ExplainedTerm[];
  /** Sum of all other terms, and how many they are. */
  readonly others: number;
  readonly otherCount: number;
  readonly constant: number;
}

/** The score's own sum: `constant + strongest + others` is the verdict's score, exactly. */
export function explainVerdict(
  { classifier: { scaling }, set }: Trained,
  { boundary }: PhotoVerdict,
  features: Features,
  count: number,
): Explanation {
  const row = features[set.kind];
  const { terms, constant } = explainTerms(boundary, scaling, row);
  const { strongest, others } = strongestTerms(terms, count);
  return {
    strongest: strongest.map(({ index, value }) => ({
      index,
      value,
      activation: row[index] ?? 0,
      mean: scaling.mean[index] ?? 0,
      weight: (boundary.weights[index] ?? 0) / scaling.rms,
    })),
    others,
    otherCount: terms.length - strongest.length,
    constant,
  };
}

/**
 * What the boundaries are made of: per bin the features that speak for it most, whatever the photo.
 * @returns in the order of the set's bins; weights as in `ExplainedTerm`, all above 0 (towards the bin)
 */
export function strongestWeights(
  { classifier: { boundaries, scaling }, set }: Trained,
  count: number,
): readonly (readonly Pick<ExplainedTerm, 'index' | 'weight'>[])[] {
  return set.binIds.map((_, k) => {
    const boundary = boundaries.length === 1 ? boundaries[0] : boundaries[k];
    const sign = boundaries.length === 1 && k === 0 ? -1 : 1;
    return Array.from(boundary?.weights ?? [], (weight, index) => ({
      index,
      weight: (sign * weight) / scaling.rms,
    }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.index - b.index)
      .slice(0, count);
  });
}
