// Tensors of the network's shapes with made-up values, for what does not need the published ones.

import { LAYERS } from '../../src/network/architecture.ts';
import { biasPath, elementCount, filterPath, type SourceTensors } from '../../src/network/sourceTensors.ts';

/** Every value tells its tensor and place, so that nothing can be mixed up unseen. */
export const madeUpTensors = (): SourceTensors =>
  new Map(
    LAYERS.flatMap(({ name, shape }, layer) => [
      [filterPath(name), ramp(elementCount(shape), layer)],
      [biasPath(name), ramp(shape.at(-1) ?? 0, layer + 0.5)],
    ]),
  );

const ramp = (length: number, layer: number): Float32Array => {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = (i % 997) / 997 - 0.4 + layer / 64;
  return values;
};
