// What the page says of its test photos right now, as plain values.

import { probabilities } from '../../core/evaluation/calibration.ts';
import { NEITHER } from '../../core/novelty.ts';
import { topClasses } from '../../core/topClasses.ts';
import type { TestVerdict } from '../../export/csv/verdictTable.ts';
import { type Photo, photosIn, TRAY } from '../../store/project.ts';
import type { PhotoWork, State } from '../../store/state.ts';
import { labelsNow } from '../../store/trainingSet.ts';
import { judgePhoto, type PhotoVerdict } from '../../store/verdicts.ts';
import { imagenetName } from '../sentences.ts';
import { whyNoVerdict } from '../whyNoVerdict.ts';

/** Milliseconds that a report or a table waits for what is being learned. */
export const PATIENCE = 10_000;

/** A test photo with what is known of it. */
export interface TestPhoto {
  readonly photo: Photo;
  readonly work: PhotoWork;
  /** null while there is nothing to judge by, or the photo is not ready. */
  readonly verdict: PhotoVerdict | null;
}

/** How many of ImageNet's classes are named. */
export const TOP = 5;

/** In the order of the tray. */
export function testPhotos({ history: { present }, work, trained }: State): readonly TestPhoto[] {
  return photosIn(present, TRAY).map((photo) => {
    const done = work[photo.key] ?? { status: 'queued' };
    const isReady = done.status === 'ready' && trained !== null;
    return {
      photo,
      work: done,
      verdict: isReady ? judgePhoto(trained, done.features, present.settings) : null,
    };
  });
}

/** The same for the table (`writeTestVerdicts`), with the labels of the bins that were learned, as they are now. */
export function testVerdicts(state: State): {
  readonly verdicts: readonly TestVerdict[];
  readonly labels: readonly string[];
} {
  const { bins } = state.history.present;
  const labels = state.trained ? labelsNow(state.trained.set, bins) : [];
  return { labels, verdicts: testPhotos(state).map((test) => tell(test, state, labels)) };
}

function tell({ photo, work, verdict }: TestPhoto, state: State, labels: readonly string[]): TestVerdict {
  const { trained, network, classNames } = state;
  if (work.status !== 'ready' || !verdict || !trained) {
    return {
      status: 'none',
      file: photo.name,
      reason: whyNoVerdict(work, network.status === 'ready'),
    };
  }
  return {
    status: 'judged',
    file: photo.name,
    verdict: verdict.neither ? NEITHER : (labels[trained.set.binIds.indexOf(verdict.binId)] ?? ''),
    score: verdict.score,
    distance: verdict.distance,
    scores: verdict.scores,
    probability: probabilityOf(verdict, state),
    // As the exported programs: without a rule of *neither* nothing is compared.
    similarity: trained.novelty ? (verdict.neighbours[0]?.similarity ?? null) : null,
    classes: topClasses(work.features.logits, TOP).map(({ index, probability }) => ({
      name: imagenetName(classNames, index),
      probability,
    })),
  };
}

/** Of the bin on whose side it lies, 0..1; null for a photo that is neither, and where none can be given (yet). */
export function probabilityOf(verdict: PhotoVerdict, { trained, evaluation }: State): number | null {
  if (verdict.neither || !trained || evaluation?.of !== trained) return null;
  const { calibration } = evaluation;
  if (calibration.status === 'withheld') return null;
  return probabilities(calibration, verdict.scores)[trained.set.binIds.indexOf(verdict.binId)] ?? null;
}
