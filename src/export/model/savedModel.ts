// A model as it was read from model.json, ready to judge with: what the page says of a photo, outside the page.

import { probabilities } from '../../core/evaluation/calibration.ts';
import { type Judge, judge, judgeValues } from '../../core/judge.ts';
import { isNovel, NEITHER, nearestPhotos, unitRows } from '../../core/novelty.ts';
import type { FeatureVector, Verdict } from '../../core/types.ts';
import type { ModelFile } from './modelFile.ts';

export interface SavedModel {
  readonly file: ModelFile;
  readonly classifier: Judge;
  /** The training photos' logits at unit length; null where they are not at hand, or too few to tell anything. */
  readonly units: readonly Float64Array[] | null;
}

export interface SavedVerdict extends Verdict {
  /** What the photo is called: the winning label, or `neither`. */
  readonly verdict: string;
  /** To the most similar training photo, cosine, -1..1; null where that cannot be told. */
  readonly similarity: number | null;
  /** Of the label on whose side it lies; null where there is none, and for a photo that is neither. */
  readonly probability: number | null;
}

/**
 * @param novelty novelty.f32; null without it, and then *neither* cannot be told
 * @throws RangeError when it does not hold one row of 1000 numbers per training photo
 */
export function loadModel(file: ModelFile, novelty: ArrayBuffer | null): SavedModel {
  const { labels, scaling, boundaries } = file;
  return {
    file,
    classifier: {
      labels,
      scaling: { mean: Float64Array.from(scaling.mean), rms: scaling.rms },
      boundaries: boundaries.map(({ weights, bias, norm }) => ({
        weights: Float64Array.from(weights),
        bias,
        norm,
      })),
    },
    units: file.novelty && novelty ? unitRows(readRows(novelty, file)) : null,
  };
}

function readRows(bytes: ArrayBuffer, { photos }: ModelFile): FeatureVector[] {
  const count = photos.reduce((sum, ofLabel) => sum + ofLabel, 0);
  if (count === 0 || bytes.byteLength !== count * LOGITS * 4) {
    throw new RangeError(
      `novelty.f32 is not that of this model: it should hold ${count} rows of 1000 numbers`,
    );
  }
  const values = new Float32Array(bytes);
  return Array.from({ length: count }, (_, row) => values.subarray(row * LOGITS, (row + 1) * LOGITS));
}

const LOGITS = 1000;

/**
 * What a photo is, by its features.
 * @param logits 1000, as they leave the network
 * @throws RangeError where numbers are not finite, or not as many as they should be
 */
export const judgeFeatures = (model: SavedModel, row: FeatureVector, logits: FeatureVector): SavedVerdict =>
  complete(model, judge(model.classifier, row), logits);

/**
 * What a photo is, where its scores are known: those of model.onnx.
 * @param scores one per label (two labels: [-score, score])
 * @throws RangeError as above
 */
export function judgeScores(
  model: SavedModel,
  scores: readonly number[],
  logits: FeatureVector,
): SavedVerdict {
  if (scores.length !== model.classifier.labels.length) {
    throw new RangeError(`${scores.length} scores do not fit ${model.classifier.labels.length} labels`);
  }
  return complete(
    model,
    judgeValues(model.classifier, scores.length === 2 ? scores.slice(1) : scores),
    logits,
  );
}

function complete({ file, units }: SavedModel, judged: Verdict, logits: FeatureVector): SavedVerdict {
  const { novelty, calibration } = file;
  const similarity = units ? (nearestPhotos(units, logits, 1)[0]?.similarity ?? null) : null;
  const neither = novelty?.applied === true && similarity !== null && isNovel(novelty, similarity);
  const winner = file.labels.indexOf(judged.label);
  const probability =
    calibration?.status === 'ready' && !neither
      ? (probabilities(calibration, judged.scores)[winner] ?? null)
      : null;
  return { ...judged, verdict: neither ? NEITHER : judged.label, similarity, probability };
}
