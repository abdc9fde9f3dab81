// The model bundle: all files that make the user's model run anywhere. Values in, files out; the zip is made elsewhere.
/// <reference path="./predictScript.d.ts" />

import predictScript from 'virtual:predict-script';
import licence from '../../../LICENSE?raw';
import { dequantise } from '../../network/dequantise.ts';
import type { VerifiedModel } from '../../network/loadModel.ts';
import modelSchema from '../model/model.schema.json?raw';
import { MODEL_FILE, NOVELTY_FILE } from '../model/modelFile.ts';
import { type ModelRequest, writeModel, writeNovelty } from '../model/writeModel.ts';
import { writeOnnx } from '../onnx/writeOnnx.ts';
import predictPython from './predict.py?raw';
import { writeReadme } from './readme.ts';
import { MOST_SAMPLES, type SelfcheckSample, selfcheckFiles } from './selfcheckFiles.ts';

export interface BundleEntry {
  /** With forward slashes. */
  readonly path: string;
  readonly data: string | Uint8Array | Blob;
}

export interface BundleRequest extends Omit<ModelRequest, 'network'> {
  /** The network that the page uses, every byte of it verified. */
  readonly model: VerifiedModel;
  /** `NetworkInfo.modelId` */
  readonly modelId: string;
  /** The training photos' logits at unit length, as `unitRows` gives them. */
  readonly units: readonly Float64Array[];
  /** The short names of ImageNet's 1000 classes. */
  readonly classNames: readonly string[];
  /** Photos for the self-check; the first `MOST_SAMPLES` are taken. */
  readonly samples: readonly SelfcheckSample[];
}

/** One file after the other, made when it is asked for, so that not all need be in memory at once. */
export function* bundleFiles(request: BundleRequest): Generator<BundleEntry> {
  const { classifier, kind, model, modelId, novelty, units, classNames, samples, name } = request;
  const modelRequest = { ...request, network: { id: modelId, precision: model.manifest.precision } };
  yield { path: 'README.md', data: writeReadme(modelRequest, Math.min(samples.length, MOST_SAMPLES)) };
  yield { path: 'LICENSE.txt', data: licence };
  yield { path: MODEL_FILE, data: writeModel(modelRequest) };
  yield { path: 'model.schema.json', data: modelSchema };
  if (novelty) yield { path: NOVELTY_FILE, data: writeNovelty(units) };
  yield { path: 'predict.py', data: predictPython };
  yield { path: 'predict.mjs', data: predictScript };
  yield { path: 'imagenet-classes.txt', data: `${classNames.join('\n')}\n` };
  yield* selfcheckFiles(samples);
  const labels = classifier.labels.join(', ');
  yield {
    path: 'model.onnx',
    data: writeOnnx({
      classifier,
      kind,
      readWeight: dequantise(model),
      description: `${name}: tells ${labels} apart. Inception v1 (BAIR/BVLC GoogLeNet) and a linear support vector machine, made with Binsight.`,
      metadata: {
        labels: JSON.stringify(classifier.labels),
        features: kind,
        network: modelId,
        about: 'model.json beside this file says how scores become verdicts',
      },
    }),
  };
}
