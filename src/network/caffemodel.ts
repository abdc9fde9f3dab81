// Reads the published `bvlc_googlenet.caffemodel`, a protobuf NetParameter.
//
// Only a handful of its fields matter, so they are read straight from the wire format; numbers are those of
// caffe.proto in BVLC/caffe. Nothing is generated and nothing is evaluated.

import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { BinsightError } from '../core/errors.ts';
import { LAYERS, type LayerSpec } from './architecture.ts';
import { biasPath, elementCount, filterDimensions, filterPath, type SourceTensors } from './sourceTensors.ts';

/** Field numbers of caffe.proto. A published file holds `layers` (the older form) or `layer`. */
const NET = { layers: 2, layer: 100 } as const;
const V1_LAYER = { name: 4, blobs: 6 } as const;
const LAYER = { name: 1, blobs: 7 } as const;
const BLOB = { data: 5 } as const;

interface CaffeLayer {
  readonly name: string;
  readonly blobs: readonly Float32Array[];
}

/**
 * The network's 116 tensors out of a caffemodel; other layers (the training's two side classifiers) are left.
 * @returns filters as [out, height, width, in], keyed like the committed list of checksums
 * @throws BinsightError `model-not-caffemodel` when the bytes are something else or a layer is missing
 */
export function readCaffemodel(bytes: Uint8Array): SourceTensors {
  const layers = new Map<string, CaffeLayer>();
  try {
    for (const layer of readNet(bytes)) if (layer.blobs.length > 0) layers.set(layer.name, layer);
  } catch (cause) {
    throw new BinsightError('model-not-caffemodel', { reason: 'it is not a protobuf of layers' }, { cause });
  }
  const tensors = new Map<string, Float32Array>();
  for (const spec of LAYERS) {
    const [filter, bias] = layers.get(spec.name)?.blobs ?? [];
    if (!filter || !bias || filter.length !== elementCount(spec.shape) || bias.length !== spec.shape.at(-1)) {
      throw new BinsightError('model-not-caffemodel', {
        reason: `layer ${spec.name} is missing or cut short`,
      });
    }
    tensors.set(filterPath(spec.name), channelsLast(filter, spec));
    tensors.set(biasPath(spec.name), bias);
  }
  return tensors;
}

function* readNet(bytes: Uint8Array): Generator<CaffeLayer> {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === NET.layers) yield readLayer(reader.bytes(), V1_LAYER);
    else if (field === NET.layer) yield readLayer(reader.bytes(), LAYER);
    else reader.skip(wire);
  }
}

function readLayer(bytes: Uint8Array, fields: typeof V1_LAYER | typeof LAYER): CaffeLayer {
  const reader = new BinaryReader(bytes);
  let name = '';
  const blobs: Float32Array[] = [];
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === fields.name) name = reader.string();
    else if (field === fields.blobs) blobs.push(readBlob(reader.bytes()));
    else reader.skip(wire);
  }
  return { name, blobs };
}

/** A blob's `repeated float data`: packed (one run of bytes) or one field per number. */
function readBlob(bytes: Uint8Array): Float32Array {
  const reader = new BinaryReader(bytes);
  const single: number[] = [];
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field !== BLOB.data) reader.skip(wire);
    else if (wire === WireType.LengthDelimited) return floats(reader.bytes());
    else single.push(reader.float());
  }
  return Float32Array.from(single);
}

/** Little-endian float32 values; copied, because a run inside a file need not be aligned. */
const floats = (bytes: Uint8Array): Float32Array => new Float32Array(bytes.slice().buffer);

/** Reorders a filter from Caffe's [out, in, height, width] to [out, height, width, in]. */
function channelsLast(filter: Float32Array, layer: LayerSpec): Float32Array {
  const [height, width, inputs, outputs] = filterDimensions(layer);
  const reordered = new Float32Array(filter.length);
  const places = height * width;
  for (let out = 0; out < outputs; out++) {
    const start = out * inputs * places;
    for (let channel = 0; channel < inputs; channel++) {
      for (let place = 0; place < places; place++) {
        reordered[start + place * inputs + channel] = filter[start + channel * places + place] ?? 0;
      }
    }
  }
  return reordered;
}
