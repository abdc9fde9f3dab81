// The prepared model's manifest: TensorFlow.js' weights manifest plus, for each shard, its size and SHA-256.
// public/models/inception-v1/manifest.schema.json documents the same for other readers.

import * as v from 'valibot';
import { BinsightError } from '../core/errors.ts';
import { PRECISIONS } from '../core/modelId.ts';
import { MANIFEST_FILE } from './manifestFile.ts';

const quantization = v.variant('dtype', [
  v.object({ dtype: v.literal('uint8'), min: v.number(), scale: v.number() }),
  v.object({ dtype: v.literal('float16') }),
]);

const weight = v.object({
  name: v.string(),
  shape: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
  dtype: v.literal('float32'),
  quantization: v.optional(quantization),
});

const group = v.object({
  /** Shard files, relative to the manifest; their bytes one after the other hold the group's weights. */
  paths: v.array(v.pipe(v.string(), v.regex(/^[\w.-]+\.bin$/))),
  bytes: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
  sha256: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  weights: v.array(weight),
});

export const manifestSchema = v.object({
  format: v.literal('binsight-weights'),
  version: v.literal(1),
  network: v.literal('inception-v1'),
  precision: v.picklist(PRECISIONS),
  weightsManifest: v.array(group),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type WeightSpec = v.InferOutput<typeof weight>;

/** @throws BinsightError `model-unknown` when the text is not a manifest of this network */
export function parseManifest(text: string): Manifest {
  try {
    return v.parse(manifestSchema, JSON.parse(text));
  } catch (cause) {
    throw new BinsightError('model-unknown', { file: MANIFEST_FILE }, { cause });
  }
}

/** Every shard of the manifest with its size and checksum. */
export function listShards(m: Manifest): { path: string; bytes: number; sha256: string }[] {
  return m.weightsManifest.flatMap(({ paths, bytes, sha256 }) =>
    paths.map((path, i) => ({ path, bytes: bytes[i] ?? 0, sha256: sha256[i] ?? '' })),
  );
}
