// Writes a caffemodel as Caffe does, from the published tensors; field numbers are those of caffe.proto.

import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { LAYERS, type LayerSpec } from '../../src/network/architecture.ts';
import {
  biasPath,
  filterDimensions,
  filterPath,
  type SourceTensors,
} from '../../src/network/sourceTensors.ts';

export interface CaffeForm {
  /** `layers` (V1LayerParameter, as published) or `layer`. */
  readonly field: 'layers' | 'layer';
  /** One run of floats, or each with a tag of its own. */
  readonly packed: boolean;
}

const FIELDS = { layers: { net: 2, name: 4, blobs: 6 }, layer: { net: 100, name: 1, blobs: 7 } } as const;

export interface CaffeLayer {
  readonly name: string;
  readonly blobs: readonly Float32Array[];
}

/** The network's 58 layers, filters as Caffe keeps them: [out, in, height, width]. */
export const caffeLayers = (tensors: SourceTensors): CaffeLayer[] =>
  LAYERS.map((layer) => ({
    name: layer.name,
    blobs: [channelsFirst(need(tensors, filterPath(layer.name)), layer), need(tensors, biasPath(layer.name))],
  }));

export function writeCaffemodel(
  layers: readonly CaffeLayer[],
  { field, packed }: CaffeForm,
): Uint8Array<ArrayBuffer> {
  const numbers = FIELDS[field];
  const net = new BinaryWriter().tag(1, WireType.LengthDelimited).string('GoogleNet');
  for (const { name, blobs } of layers) {
    net.tag(numbers.net, WireType.LengthDelimited).fork();
    net.tag(numbers.name, WireType.LengthDelimited).string(name);
    for (const values of blobs) {
      net.tag(numbers.blobs, WireType.LengthDelimited).fork();
      // num, channels, height, width: there in every published file, and not needed.
      for (const dimension of [1, 2, 3, 4]) net.tag(dimension, WireType.Varint).int32(1);
      if (packed) net.tag(5, WireType.LengthDelimited).bytes(new Uint8Array(values.slice().buffer));
      else for (const value of values) net.tag(5, WireType.Bit32).float(value);
      net.join();
    }
    net.join();
  }
  return new Uint8Array(net.finish());
}

function need(tensors: SourceTensors, path: string): Float32Array {
  const tensor = tensors.get(path);
  if (!tensor) throw new Error(`${path} is missing`);
  return tensor;
}

/** [out, height, width, in] to [out, in, height, width]. */
function channelsFirst(filter: Float32Array, layer: LayerSpec): Float32Array {
  const [height, width, inputs, outputs] = filterDimensions(layer);
  const places = height * width;
  const reordered = new Float32Array(filter.length);
  for (let out = 0; out < outputs; out++) {
    for (let place = 0; place < places; place++) {
      for (let channel = 0; channel < inputs; channel++) {
        const from = (out * places + place) * inputs + channel;
        reordered[(out * inputs + channel) * places + place] = filter[from] ?? Number.NaN;
      }
    }
  }
  return reordered;
}
