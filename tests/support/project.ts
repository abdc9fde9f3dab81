// Projects and photos for tests of the store. A photo's bytes are a short text; the same text is the same photo.

import { learnNovelty, unitRows } from '../../src/core/novelty.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { Features } from '../../src/core/types.ts';
import type { Photo, Place, Project } from '../../src/store/project.ts';
import { emptyProject } from '../../src/store/project.ts';
import type { PhotoWork, State, Trained } from '../../src/store/state.ts';
import { trainingSet } from '../../src/store/trainingSet.ts';

/** As a store begins. */
export const EMPTY_PROJECT = emptyProject('project');

export const photo = (key: string, place: Place, name = `${key}.jpg`): Photo => ({
  key,
  name,
  place,
});

export const projectWith = (...photos: readonly Photo[]): Project => ({ ...EMPTY_PROJECT, photos });

/** Features by hand: the other kinds hold the same numbers, behind a zero or two, so that every kind has its own width. */
export const features = (...logits: readonly number[]): Features => ({
  logits: Float32Array.of(...logits),
  pool5: Float32Array.of(0, ...logits),
  inception_4d: Float32Array.of(0, 0, ...logits),
});

export const readyWork = (sha256: string, ...logits: readonly number[]): PhotoWork & { status: 'ready' } => ({
  status: 'ready',
  picture: { sha256, width: 300, height: 200, thumbnail: '' },
  features: features(...logits),
});

/** What training makes of a project, as the trainer and the pipeline would. */
export function trainedOn(project: Project, work: State['work']): Trained {
  const set = trainingSet(project, work);
  const { labels, rows, targets, kind, C } = set;
  const logits = rows.map((row) => row.logits);
  const classifier = trainClassifier({ labels, rows: rows.map((row) => row[kind]), targets, C, seed: 1 });
  return { classifier, novelty: learnNovelty(logits, targets), set, units: unitRows(logits), ms: 1 };
}
