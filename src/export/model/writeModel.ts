// From what the page learned to model.json and novelty.f32.

import { positiveLabels } from '../../core/decide.ts';
import type { Calibration } from '../../core/evaluation/types.ts';
import { MEAN_BGR, NETWORK_SIDE } from '../../core/image.ts';
import type { Precision } from '../../core/modelId.ts';
import type { NoveltyRule } from '../../core/novelty.ts';
import type { Boundary, Classifier, FeatureKind } from '../../core/types.ts';
import checksums from '../../network/checksums.json' with { type: 'json' };
import { FEATURE_COUNTS, type ModelFile, NOVELTY_FILE } from './modelFile.ts';

/** The version of ONNX' standard operators: the newest that Debian 12's OpenCV (4.6) knows well. */
export const OPSET = 13;

/** All that makes up a model, but for the network's weights. Plain values. */
export interface ModelRequest {
  /** The project's name. */
  readonly name: string;
  /** ISO 8601; core has no clock. */
  readonly created: string;
  readonly classifier: Pick<Classifier, 'labels' | 'scaling' | 'C'> & {
    readonly boundaries: readonly Pick<Boundary, 'weights' | 'bias' | 'norm' | 'shift'>[];
  };
  /** Which features it reads. */
  readonly kind: FeatureKind;
  /** Training photos per label, in the order of the labels. */
  readonly photos: readonly number[];
  readonly novelty: NoveltyRule | null;
  /** May a photo that is like no training photo be called `neither`? */
  readonly neither: boolean;
  /** null where nobody has asked for it yet. */
  readonly calibration: Calibration | null;
  readonly network: { readonly id: string; readonly precision: Precision };
}

/** @returns model.json as a value; weights and means rounded to float32, which moves no score by more than 1e-6 */
export function toModelFile(request: ModelRequest): ModelFile {
  const { name, created, classifier, kind, photos, novelty, neither, calibration, network } = request;
  const { labels, scaling, boundaries, C } = classifier;
  const positives = positiveLabels(labels.length);
  return {
    format: 'binsight-model',
    version: 1,
    about:
      'A classifier of photos: a linear support vector machine on features of Inception v1, made with Binsight. The README beside it says how to use it.',
    name,
    created,
    labels: [...labels],
    photos: [...photos],
    features: { kind, count: FEATURE_COUNTS[kind] },
    scaling: { mean: Array.from(scaling.mean, roundToFloat32), rms: scaling.rms },
    boundaries: boundaries.map(({ weights, bias, norm, shift }, k) => ({
      positive: labels[positives[k] ?? -1] ?? '',
      weights: Array.from(weights, roundToFloat32),
      bias,
      norm,
      shift,
    })),
    C,
    decision: `${labels.length === 2 ? TWO_LABELS : MORE_LABELS} ${novelty ? (neither ? NEITHER_APPLIED : NEITHER_OFF) : NEITHER_UNKNOWN}`,
    novelty: novelty && { ...novelty, applied: neither, rows: NOVELTY_FILE },
    calibration,
    network: {
      id: network.id,
      name: 'Inception v1 (BAIR/BVLC GoogLeNet)',
      sha256: checksums.manifests[network.precision],
    },
    preprocessing: { steps: STEPS, side: NETWORK_SIDE, mean_bgr: [...MEAN_BGR] },
    onnx: {
      opset: OPSET,
      input: `image: float32 [N, 3, ${NETWORK_SIDE}, ${NETWORK_SIDE}], red, green, blue, 0..255; all else is in the file`,
      outputs: [
        'logits: float32 [N, 1000]',
        `scores: float32 [N, ${labels.length}], one per label${labels.length === 2 ? ': [-score, score]' : ''}`,
      ],
    },
  };
}

const TWO_LABELS =
  'score = weights . (features - mean) / rms + bias. Above 0 it is the second label, else the first. distance = score / norm.';
const MORE_LABELS =
  'Per label, score = weights . (features - mean) / rms + bias. The largest score wins, the first of equals. distance = score / norm of the winner.';
const NEITHER_APPLIED =
  'A photo whose similarity to every training photo is below novelty.limit is called "neither" instead.';
const NEITHER_OFF =
  'A photo whose similarity to every training photo is below novelty.limit is like none of them; "neither" was switched off, so it keeps its label.';
const NEITHER_UNKNOWN = 'With so few training photos nothing is called "neither".';

const STEPS = [
  'decode the photo; ignore colour profiles; of an animation take the first picture',
  'turn it upright as its EXIF orientation says',
  'lay transparent parts on white',
  'cut out the largest centred square; an odd pixel is left at the right or the bottom: offset = floor((long - short) / 2)',
  "scale it to 224 x 224 with Pillow's Image.BILINEAR (antialiased: a triangle filter as wide as the scale)",
  'the ONNX file takes it from here: red, green, blue as float32, 0..255, planes one after the other',
  'the network itself reads blue, green, red, less mean_bgr',
];

/** The shortest decimal number that is the same float32. */
export function roundToFloat32(value: number): number {
  const wanted = Math.fround(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(wanted.toPrecision(digits));
    if (Math.fround(short) === wanted) return short;
  }
  return Number(wanted.toPrecision(9));
}

/** Indented, but with each list of numbers on one line. */
export const writeModel = (request: ModelRequest): string =>
  // No string of a JSON text has a line break in it, so that nothing but lists can match.
  `${JSON.stringify(toModelFile(request), null, 2).replace(/\[\n[\s\d.,e+-]*\]/g, (list) => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;

/** novelty.f32: rows at unit length (`unitRows` of the training photos' logits), in float32, little-endian. */
export function writeNovelty(units: readonly Float64Array[]): Uint8Array<ArrayBuffer> {
  const rows = new Float32Array(units.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const unit of units) {
    rows.set(unit, offset);
    offset += unit.length;
  }
  return new Uint8Array(rows.buffer);
}
