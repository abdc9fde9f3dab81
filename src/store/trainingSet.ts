// What there is to learn from: the bins' photos whose features are known.

import type { BinId, Project } from './project.ts';
import type { State } from './state.ts';

export interface TrainingSet {
  /** Bins that hold at least one ready photo, in the page's order. */
  readonly binIds: readonly BinId[];
  readonly labels: readonly string[];
  /** One row of logits per photo. */
  readonly rows: readonly Float32Array[];
  readonly targets: readonly number[];
  /** Changes exactly when something changes that the SVM would see; a bin's name does not. */
  readonly signature: string;
}

export function trainingSet(project: Project, work: State['work']): TrainingSet {
  const binIds: BinId[] = [];
  const labels: string[] = [];
  const rows: Float32Array[] = [];
  const targets: number[] = [];
  const parts: string[] = [];
  for (const bin of project.bins) {
    const photos = project.photos.filter(({ place }) => place === bin.id);
    const ready = photos.flatMap(({ key }) => {
      const done = work[key];
      return done?.status === 'ready' ? [done] : [];
    });
    if (ready.length === 0) continue;
    for (const { features } of ready) {
      rows.push(features.logits);
      targets.push(binIds.length);
    }
    binIds.push(bin.id);
    labels.push(bin.label);
    parts.push(`${bin.id}:${ready.map(({ picture }) => picture.sha256).join()}`);
  }
  return { binIds, labels, rows, targets, signature: parts.join(';') };
}
