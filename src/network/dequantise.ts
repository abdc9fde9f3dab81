// The prepared weights as numbers, without any backend: the page's tensors and the exported model are made of the same.

import { Float16Array } from '@petamoriken/float16';
import type { LinearLayer } from '../core/heatMap.ts';
import type { VerifiedModel } from './loadModel.ts';
import type { Manifest, WeightSpec } from './manifest.ts';
import { elementCount } from './sourceTensors.ts';

/**
 * The float32 values of a weight by its name (`conv1/7x7_s2/filter`), filters as [height, width, in, out] and the
 * classifier's as [in, out]. Each call makes a new array, so that not all 28 MB need be there at once.
 * @throws Error when the model has no such weight, or ends before it
 */
export type WeightReader = (name: string) => Float32Array<ArrayBuffer>;

const BYTES = { uint8: 1, float16: 2, float32: 4 } as const;

/** Bytes of a shard: from (included) to (not included). */
export interface ShardPart {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Where a weight is: it may begin in one shard and end in another. */
export interface WeightPlace {
  readonly spec: WeightSpec;
  readonly parts: readonly ShardPart[];
}

/** A weight as it is kept: its bytes, and how they are to be read. */
export interface KeptWeight {
  readonly spec: WeightSpec;
  /** A copy of its own, aligned. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Dequantises the weights as TensorFlow.js' io.decodeWeights does, to the last bit: value = byte * scale + min,
 * computed in float64 and rounded to float32.
 */
export function dequantise(model: VerifiedModel): WeightReader {
  const find = keptWeights(model);
  return (name) => {
    const { spec, bytes } = find(name);
    return toNumbers(spec, bytes);
  };
}

/** The classifier: from pool5 to logits. */
export const lastLayer = (read: WeightReader): LinearLayer => ({
  weights: read('loss3/classifier/filter'),
  bias: read('loss3/classifier/bias'),
});

/**
 * The weights by name, not yet dequantised.
 * @throws Error (each call) as `WeightReader`
 */
export function keptWeights({ manifest, shards }: VerifiedModel): (name: string) => KeptWeight {
  const byPath = new Map(shards.map(({ path, bytes }) => [path, bytes]));
  const find = weightPlaces(manifest);
  return (name) => {
    const place = find(name);
    return { spec: place.spec, bytes: bytesAt(place, byPath) };
  };
}

/**
 * Where the weights are, by name.
 * @throws Error (each call) when the model has no such weight
 */
export function weightPlaces({ weightsManifest }: Manifest): (name: string) => WeightPlace {
  const places = new Map<string, WeightPlace>();
  for (const { paths, bytes, weights } of weightsManifest) {
    let start = 0;
    for (const spec of weights) {
      const end = start + byteLength(spec);
      const parts: ShardPart[] = [];
      let shardStart = 0;
      for (const [i, path] of paths.entries()) {
        const size = bytes[i] ?? 0;
        const [from, to] = [Math.max(start - shardStart, 0), Math.min(end - shardStart, size)];
        if (from < to) parts.push({ path, from, to });
        shardStart += size;
      }
      places.set(spec.name, { spec, parts });
      start = end;
    }
  }
  return (name) => {
    const place = places.get(name);
    if (!place) throw new Error(`the model has no weight ${name}`);
    return place;
  };
}

const byteLength = ({ shape, quantization }: WeightSpec): number =>
  elementCount(shape) * BYTES[quantization?.dtype ?? 'float32'];

/** A weight's bytes, copied, so that they are aligned. */
function bytesAt(
  { spec, parts }: WeightPlace,
  shards: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength(spec));
  let filled = 0;
  for (const { path, from, to } of parts) {
    const part = shards.get(path)?.subarray(from, to) ?? new Uint8Array();
    bytes.set(part, filled);
    filled += part.length;
  }
  if (filled < bytes.length) throw new Error(`the shards end before ${spec.name}`);
  return bytes;
}

export function toNumbers(
  { quantization }: WeightSpec,
  bytes: Uint8Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  if (!quantization) return new Float32Array(bytes.buffer);
  if (quantization.dtype === 'float16') return new Float32Array(new Float16Array(bytes.buffer));
  const values = new Float32Array(bytes.length);
  const table = levels(quantization);
  // A loop, as Float32Array.from takes 10 times as long.
  for (let i = 0; i < bytes.length; i++) values[i] = table[bytes[i] as number] as number;
  return values;
}

/** What each of the 256 bytes stands for. */
export const levels = ({ scale, min }: { readonly scale: number; readonly min: number }): Float32Array =>
  Float32Array.from({ length: 256 }, (_, byte) => byte * scale + min);
