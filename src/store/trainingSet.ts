// What there is to learn from: the bins' photos whose features are known.

import type { FeatureKind, Features } from '../core/types.ts';
import type { BinId, Project } from './project.ts';
import type { State } from './state.ts';

export interface TrainingSet {
  /** Bins that hold at least one ready photo, in the page's order. */
  readonly binIds: readonly BinId[];
  readonly labels: readonly string[];
  /** One per photo, bin by bin. */
  readonly rows: readonly Features[];
  readonly targets: readonly number[];
  /** SHA-256 of each row's photo. */
  readonly sha256s: readonly string[];
  /** Which of the features the SVM learns from, and its C. */
  readonly kind: FeatureKind;
  readonly C: number;
  /** Changes exactly when something changes that the SVM would see; a bin's name does not. */
  readonly signature: string;
}

/** What the bins of a set are called now; one that has been removed since keeps the name that it was learned by. */
export const labelsNow = (
  { binIds, labels }: Pick<TrainingSet, 'binIds' | 'labels'>,
  bins: Project['bins'],
): readonly string[] =>
  binIds.map((binId, k) => bins.find(({ id }) => id === binId)?.label ?? labels[k] ?? '');

/** Within a bin, photos are in the order of their hashes: the same set of photos is always the same training set. */
export function trainingSet(project: Project, work: State['work']): TrainingSet {
  const { features: kind, C } = project.settings;
  const binIds: BinId[] = [];
  const labels: string[] = [];
  const rows: Features[] = [];
  const targets: number[] = [];
  const sha256s: string[] = [];
  const parts: string[] = [`${kind} ${C}`];
  for (const bin of project.bins) {
    const ready = project.photos
      .filter(({ place }) => place === bin.id)
      .flatMap(({ key }) => {
        const done = work[key];
        return done?.status === 'ready' ? [done] : [];
      })
      .sort((a, b) => compare(a.picture.sha256, b.picture.sha256));
    if (ready.length === 0) continue;
    for (const { features, picture } of ready) {
      rows.push(features);
      targets.push(binIds.length);
      sha256s.push(picture.sha256);
    }
    binIds.push(bin.id);
    labels.push(bin.label);
    parts.push(`${bin.id}:${ready.map(({ picture }) => picture.sha256).join()}`);
  }
  return { binIds, labels, rows, targets, sha256s, kind, C, signature: parts.join(';') };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
