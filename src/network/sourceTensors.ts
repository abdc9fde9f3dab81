// The published weights as they come: one tensor per filter and per bias, named as in the committed list of
// checksums (`weights/conv1/7x7_s2_filter.bin`), float32, filters laid out [out, height, width, in].

import { LAYERS, type LayerSpec } from './architecture.ts';

export type SourceTensors = ReadonlyMap<string, Float32Array>;

export const filterPath = (layer: string): string => `weights/${layer}_filter.bin`;
export const biasPath = (layer: string): string => `weights/${layer}_bias.bin`;

/** Paths of all 116 tensors, in the order of the network. */
export const SOURCE_PATHS: readonly string[] = LAYERS.flatMap(({ name }) => [
  filterPath(name),
  biasPath(name),
]);

export const elementCount = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** [height, width, in, out] of any filter; the classifier counts as 1x1. */
export function filterDimensions({ shape }: Pick<LayerSpec, 'shape'>): [number, number, number, number] {
  const [height, width, inputs, outputs] = shape.length === 2 ? [1, 1, ...shape] : shape;
  return [height ?? 1, width ?? 1, inputs ?? 1, outputs ?? 1];
}

/** Reorders a filter from [out, height, width, in] to [height, width, in, out]. */
export function outputsLast(filter: Float32Array, layer: LayerSpec): Float32Array {
  const [height, width, inputs, outputs] = filterDimensions(layer);
  const taps = height * width * inputs;
  const reordered = new Float32Array(filter.length);
  for (let out = 0; out < outputs; out++) {
    for (let tap = 0; tap < taps; tap++) reordered[tap * outputs + out] = filter[out * taps + tap] ?? 0;
  }
  return reordered;
}
