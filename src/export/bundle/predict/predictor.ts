// From pixels to a verdict: the page's own code around the ONNX file, in Node or in a browser.

import { MEAN_BGR, NETWORK_SIDE, resizeCentreSquare } from '../../../core/image.ts';
import { topClasses } from '../../../core/topClasses.ts';
import type { ModelFile } from '../../model/modelFile.ts';
import { judgeScores, loadModel, type SavedModel, type SavedVerdict } from '../../model/savedModel.ts';

/** What is used of onnxruntime-node or onnxruntime-web. */
export interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array | string): Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;
}

interface Session {
  run(
    feeds: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, { readonly data: unknown }>>>;
}

export interface PredictorParts {
  /** The module onnxruntime-node or onnxruntime-web. */
  readonly ort: Runtime;
  /** model.json: its text, or what JSON.parse made of it. */
  readonly model: string | object;
  /** model.onnx: its bytes, or its path or address. */
  readonly onnx: Uint8Array | string;
  /** novelty.f32; null: *neither* is never said. */
  readonly novelty: ArrayBuffer | null;
  /** The lines of imagenet-classes.txt; left out: classes have numbers for names. */
  readonly classNames?: readonly string[];
}

/** As a canvas gives it: width * height * 4 bytes, red, green, blue, alpha. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export interface Prediction extends SavedVerdict {
  /** ImageNet's 1000, as they leave the network. */
  readonly logits: Float32Array;
  /** The five likeliest of ImageNet's classes, with their softmax probability, 0..1. */
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
}

export interface Predictor {
  readonly model: SavedModel;
  /** @param pixels an upright photo of any size, as `context.getImageData` gives it */
  predict(pixels: Pixels): Promise<Prediction>;
  /** @param square 224 * 224 * 3 bytes, red, green, blue: what `predict` makes of a photo first */
  predictSquare(square: Uint8Array): Promise<Prediction>;
}

/** How many of ImageNet's classes are named. */
const TOP = 5;

/** @throws Error when a part is damaged or not of this bundle: which, why, and what to do */
export async function createPredictor({
  ort,
  model,
  onnx,
  novelty,
  classNames = [],
}: PredictorParts): Promise<Predictor> {
  const saved = readModel(model, novelty);
  const session = await ort.InferenceSession.create(onnx).catch((cause: unknown) => {
    throw unusable('model.onnx', cause);
  });
  const predictSquare = async (square: Uint8Array): Promise<Prediction> => {
    const image = new ort.Tensor('float32', toPlanes(square), [1, 3, NETWORK_SIDE, NETWORK_SIDE]);
    try {
      const outputs = await session.run({ image });
      const logits = numbersOf(outputs, 'logits');
      return {
        ...judgeScores(saved, Array.from(numbersOf(outputs, 'scores')), logits),
        logits,
        classes: topClasses(logits, TOP).map(({ index, probability }) => ({
          name: classNames[index] ?? `class ${index}`,
          probability,
        })),
      };
    } catch (cause) {
      throw unusable('model.onnx', cause);
    }
  };
  return {
    model: saved,
    predictSquare,
    predict: ({ data, width, height }) =>
      predictSquare(resizeCentreSquare(onWhite(data), width, height, NETWORK_SIDE)),
  };
}

/** A look at what kind of file it is; the page wrote it, and checked it against the schema. */
function readModel(model: string | object, novelty: ArrayBuffer | null): SavedModel {
  const file = typeof model === 'string' ? parseObject(model) : (model as Partial<ModelFile>);
  const { format, version, labels, photos, scaling, boundaries } = file;
  if (format !== 'binsight-model' || version !== 1) {
    throw new Error('model.json is no Binsight model of version 1: use the one that came with this file.');
  }
  if (!(labels && photos && scaling && boundaries)) throw unusable('model.json', 'parts of it are missing');
  try {
    return loadModel(file as ModelFile, novelty);
  } catch (cause) {
    throw unusable('novelty.f32', cause);
  }
}

function parseObject(text: string): Partial<ModelFile> {
  try {
    return Object(JSON.parse(text)) as Partial<ModelFile>;
  } catch (cause) {
    throw unusable('model.json', cause);
  }
}

/** A file of the bundle cannot be used: which, why, and what to do. */
export const unusable = (name: string, cause: unknown): Error =>
  new Error(
    `${name} cannot be used (${cause instanceof Error ? cause.message : String(cause)}): unpack the whole zip again.`,
    { cause },
  );

/** Red, green and blue apart, 0..255: the file takes off the mean itself. */
function toPlanes(square: Uint8Array): Float32Array {
  const pixels = NETWORK_SIDE * NETWORK_SIDE;
  if (square.length !== pixels * MEAN_BGR.length) {
    throw new RangeError(`a square is ${pixels * 3} bytes, not ${square.length}`);
  }
  const planes = new Float32Array(square.length);
  for (let i = 0; i < pixels; i++) {
    for (let channel = 0; channel < 3; channel++) {
      planes[channel * pixels + i] = square[i * 3 + channel] as number;
    }
  }
  return planes;
}

/** Transparent pixels laid on white, as the page does; opaque ones as they are. */
function onWhite(rgba: Uint8ClampedArray): Uint8ClampedArray {
  const laid = new Uint8ClampedArray(rgba);
  for (let i = 3; i < laid.length; i += 4) {
    const alpha = laid[i] as number;
    if (alpha === 255) continue;
    for (let c = i - 3; c < i; c++) laid[c] = 255 + (((laid[c] as number) - 255) * alpha) / 255;
  }
  return laid;
}

function numbersOf(
  outputs: Readonly<Record<string, { readonly data: unknown }>>,
  name: string,
): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`it gives no ${name}`);
  return data;
}
