// model.json: all that was learned, as numbers that a reader in any language can use. Its schema is its documentation;
// model.schema.json beside this file says the same as a JSON Schema.

import * as v from 'valibot';
import { BinsightError } from '../../core/errors.ts';

export const MODEL_FILE = 'model.json';
/** The training photos' logits at unit length, float32 little-endian, [photos, 1000]: what *neither* is told by. */
export const NOVELTY_FILE = 'novelty.f32';
export const FEATURE_COUNTS = { logits: 1000, pool5: 1024, inception_4d: 528 } as const;

const finite = v.pipe(v.number(), v.finite());
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(finite, v.gtValue(0));
const cosine = v.pipe(finite, v.minValue(-1), v.maxValue(1));
const text = (description: string) => v.pipe(v.string(), v.description(description));

const boundary = v.strictObject({
  positive: text('The label for which the score is above 0.'),
  weights: v.pipe(v.array(finite), v.description('w: one weight per feature, for scaled features.')),
  bias: v.pipe(finite, v.description('b. score = w . x + b')),
  norm: v.pipe(finite, v.minValue(0), v.description('|w|. distance = score / |w|; 0 where this is 0.')),
  shift: v.pipe(
    finite,
    v.description('What was added to b to make up for bins of different sizes; it is in b.'),
  ),
});

const novelty = v.strictObject({
  applied: v.pipe(
    v.boolean(),
    v.description('Whether a photo unlike all training photos is called "neither", as the page had it.'),
  ),
  limit: v.pipe(cosine, v.description('Such a photo is less similar than this to every training photo.')),
  median: v.pipe(cosine, v.description('Median similarity of training photos to the nearest other one.')),
  photos: v.pipe(natural, v.description('How many training photos the limit was learned from.')),
  rows: v.pipe(
    v.literal(NOVELTY_FILE),
    v.description(
      "The file with the logits of all training photos, each row divided by its length: float32, little-endian, 1000 a photo. Similarity = the largest cosine of a photo's logits with a row.",
    ),
  ),
});

const calibration = v.variant('status', [
  v.strictObject({
    status: v.literal('ready'),
    method: v.pipe(
      v.literal('sigmoid'),
      v.description('Two labels: probability of the second = 1 / (1 + exp(slope * score + offset)).'),
    ),
    sigmoid: v.strictObject({ slope: finite, offset: finite }),
    photos: natural,
  }),
  v.strictObject({
    status: v.literal('ready'),
    method: v.pipe(
      v.literal('softmax'),
      v.description('More labels: probability = exp(slope * score), divided by the sum over the labels.'),
    ),
    slope: finite,
    photos: natural,
  }),
  v.strictObject({ status: v.literal('withheld'), reason: v.picklist(['few', 'blind']), least: natural }),
]);

const features = v.strictObject({
  kind: v.pipe(
    v.picklist(['logits', 'pool5', 'inception_4d']),
    v.description(
      "logits: the 1000 inputs of the network's softmax. pool5, inception_4d: the channels of inception_5b (1024) or inception_4d (528), each averaged over the photo.",
    ),
  ),
  count: natural,
});

const modelFields = v.strictObject({
  format: v.literal('binsight-model'),
  version: v.literal(1),
  about: text('For people.'),
  name: text('Of the project.'),
  created: text('Date and time, ISO 8601.'),
  labels: v.pipe(v.array(v.string()), v.minLength(2)),
  photos: v.pipe(v.array(natural), v.description('Training photos per label.')),
  features,
  scaling: v.strictObject({
    mean: v.pipe(v.array(finite), v.description('Per feature, over the training photos.')),
    rms: v.pipe(positive, v.description('x = (feature - mean) / rms, the same rms for all features.')),
  }),
  boundaries: v.pipe(
    v.array(boundary),
    v.description(
      'Two labels: one, whose positive side is the second label. More: one per label, in their order, against the rest.',
    ),
  ),
  C: v.pipe(positive, v.description('The price of a photo on the wrong side of its margin, in training.')),
  decision: text('The rule in words.'),
  novelty: v.pipe(v.nullable(novelty), v.description('null: too few photos to tell what is unlike them.')),
  calibration: v.pipe(
    v.nullable(calibration),
    v.description('From scores to probabilities, learned from photos left out; null: was not made.'),
  ),
  network: v.strictObject({
    id: text('The network and the precision of its weights.'),
    name: v.string(),
    sha256: v.pipe(
      v.string(),
      v.regex(/^[0-9a-f]{64}$/),
      v.description('Of the manifest of the prepared weights, which names the SHA-256 of each file of them.'),
    ),
  }),
  preprocessing: v.strictObject({
    steps: v.pipe(v.array(v.string()), v.description('From a file to the network, in words.')),
    side: v.literal(224),
    mean_bgr: v.pipe(v.array(finite), v.description('Taken off blue, green and red, 0..255.')),
  }),
  onnx: v.strictObject({
    opset: natural,
    input: text('Name, type and shape.'),
    outputs: v.array(v.string()),
  }),
});

export type ModelFile = v.InferOutput<typeof modelFields>;

export const modelSchema = v.pipe(
  modelFields,
  v.check(fits, 'labels, photos, boundaries and features must fit together'),
);

function fits({ labels, photos, features: { kind, count }, scaling, boundaries }: ModelFile): boolean {
  const positives = labels.length === 2 ? labels.slice(1) : labels;
  return (
    new Set(labels).size === labels.length &&
    photos.length === labels.length &&
    count === FEATURE_COUNTS[kind] &&
    scaling.mean.length === count &&
    boundaries.length === positives.length &&
    boundaries.every(({ positive: label, weights }, k) => label === positives[k] && weights.length === count)
  );
}

/** @throws BinsightError `model-unknown` when the text is no model of this version, whole in itself */
export function parseModel(json: string): ModelFile {
  try {
    return v.parse(modelSchema, JSON.parse(json));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BinsightError('model-unknown', { file: MODEL_FILE, reason }, { cause });
  }
}
