// From the published tensors to what the page downloads: filters quantised, everything packed into shards.
// Pure and deterministic: the same tensors give the same bytes, in Node and in the page.

import { Float16Array } from '@petamoriken/float16';
import type { Precision } from '../core/modelId.ts';
import { LAYERS } from './architecture.ts';
import type { Manifest, WeightSpec } from './manifest.ts';
import { sha256Hex } from './sha256.ts';
import { biasPath, filterPath, outputsLast, type SourceTensors } from './sourceTensors.ts';

export const MAX_SHARD_BYTES = 4 * 1024 * 1024;

export interface Shard {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PreparedModel {
  /** The manifest's text, as written to `manifest.json`. */
  readonly manifest: string;
  readonly shards: readonly Shard[];
}

interface PackedWeight {
  readonly spec: WeightSpec;
  readonly bytes: Uint8Array;
}

/**
 * Packs the tensors (verified before) for the page.
 * @param precision of the filters; biases stay float32
 */
export async function prepareModel(tensors: SourceTensors, precision: Precision): Promise<PreparedModel> {
  const packed = LAYERS.flatMap((layer) => {
    const filter = outputsLast(need(tensors, filterPath(layer.name)), layer);
    const bias = need(tensors, biasPath(layer.name));
    return [
      pack(`${layer.name}/filter`, [...layer.shape], filter, precision),
      pack(`${layer.name}/bias`, [bias.length], bias, 'float32'),
    ];
  });
  const shards = cutIntoShards(
    packed.map(({ bytes }) => bytes),
    precision,
  );
  const manifest: Manifest = {
    format: 'binsight-weights',
    version: 1,
    network: 'inception-v1',
    precision,
    weightsManifest: [
      {
        paths: shards.map(({ path }) => path),
        bytes: shards.map(({ bytes }) => bytes.length),
        sha256: await Promise.all(shards.map(({ bytes }) => sha256Hex(bytes))),
        weights: packed.map(({ spec }) => spec),
      },
    ],
  };
  return { manifest: `${JSON.stringify(manifest, null, 1)}\n`, shards };
}

function need(tensors: SourceTensors, path: string): Float32Array {
  const tensor = tensors.get(path);
  if (!tensor) throw new Error(`prepareModel needs verified tensors; ${path} is missing`);
  return tensor;
}

function pack(name: string, shape: number[], values: Float32Array, precision: Precision): PackedWeight {
  const spec: WeightSpec = { name, shape, dtype: 'float32' };
  switch (precision) {
    case 'float32':
      return { spec, bytes: new Uint8Array(values.slice().buffer) };
    case 'float16':
      return { spec: { ...spec, quantization: { dtype: 'float16' } }, bytes: toFloat16(values) };
    case 'uint8': {
      const { bytes, min, scale } = toUint8(values);
      return { spec: { ...spec, quantization: { dtype: 'uint8', min, scale } }, bytes };
    }
  }
}

function toFloat16(values: Float32Array): Uint8Array {
  return new Uint8Array(new Float16Array(values).buffer);
}

/**
 * Affine 8-bit quantisation of a whole tensor: value = byte * scale + min, with zero exactly representable
 * (most weights are near it). Jacob et al., "Quantization and training of neural networks for efficient
 * integer-arithmetic-only inference", 2018, section 2.1; the form is TensorFlow.js' own.
 */
function toUint8(values: Float32Array): { bytes: Uint8Array; min: number; scale: number } {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = (high - low) / 255 || 1;
  const zero = Math.round(-low / scale);
  const bytes = new Uint8Array(values.length);
  values.forEach((value, i) => {
    bytes[i] = Math.min(255, Math.max(0, Math.round(value / scale) + zero));
  });
  return { bytes, min: -zero * scale, scale };
}

function cutIntoShards(parts: readonly Uint8Array[], precision: Precision): Shard[] {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  const count = Math.ceil(total / MAX_SHARD_BYTES);
  return Array.from({ length: count }, (_, i) => ({
    path: `${precision}-${i + 1}of${count}.bin`,
    bytes: all.slice(i * MAX_SHARD_BYTES, (i + 1) * MAX_SHARD_BYTES),
  }));
}
