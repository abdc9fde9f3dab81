// Inception v1, written out layer by layer. Read it beside the table in architecture.ts.

import {
  add,
  concat,
  dispose,
  fused,
  localResponseNormalization,
  matMul,
  maxPool,
  mean,
  softmax,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import { type EndPoint, INCEPTION_MODULES, type ModuleWidths, POOLED_AFTER } from './architecture.ts';
import type { Weights } from './weights.ts';

/**
 * Runs the network.
 *
 * @param input [batch, 224, 224, 3], channels blue, green, red, 0..255 minus the mean (104, 117, 123)
 * @param wanted which end points to return; nothing after the last one wanted is computed
 * @param from with this end point `input` is taken as its output, and only what follows is computed
 * @returns one tensor per wanted end point, owned by the caller: the convolutions and modules as
 *   [batch, height, width, channels] after their ReLU, `pool5` as [batch, 1024], `logits` and `softmax` as
 *   [batch, 1000]
 */
export function inceptionV1<E extends EndPoint>(
  weights: Weights,
  input: Tensor4D,
  wanted: readonly E[],
  from: EndPoint | null = null,
): Record<E, Tensor> {
  const results: Partial<Record<EndPoint, Tensor>> = {};
  const missing = new Set<EndPoint>(wanted);
  // Each step frees what it makes on the way; `x` itself is freed as soon as the next step has been computed.
  let x: Tensor = input;
  let skipping = from !== null;
  const step = (name: EndPoint | null, compute: () => Tensor): void => {
    if (skipping || missing.size === 0) {
      if (name === from) skipping = false;
      return;
    }
    const next = tidy(compute);
    if (x !== input && !Object.values(results).includes(x)) dispose(x);
    x = next;
    if (name !== null && missing.delete(name)) results[name] = next;
  };
  const map = () => x as Tensor4D;
  const vector = () => x as Tensor2D;

  step('conv1', () => conv(weights, 'conv1/7x7_s2', map(), { stride: 2, pad: 3 }));
  step('pool1', () => pool(map(), 2));
  step(null, () => normalise(map()));
  step('conv2_reduce', () => conv(weights, 'conv2/3x3_reduce', map()));
  step('conv2', () => conv(weights, 'conv2/3x3', map()));
  step(null, () => normalise(map()));
  step('pool2', () => pool(map(), 2));
  for (const module of INCEPTION_MODULES) {
    step(module.name, () => inception(weights, module, map()));
    if (POOLED_AFTER[module.name]) step(null, () => pool(map(), 2));
  }
  step('pool5', () => mean(map(), [1, 2]));
  step('logits', () => classify(weights, vector()));
  step('softmax', () => softmax(vector()));
  if (x !== input && !Object.values(results).includes(x)) dispose(x);
  return results as Record<E, Tensor>;
}

/** One inception module: 1x1, 1x1 -> 3x3, 1x1 -> 5x5 and pool -> 1x1, side by side (the paper's figure 2b). */
function inception(weights: Weights, { name }: ModuleWidths, x: Tensor4D): Tensor4D {
  const branch = (layer: string, from: Tensor4D) => conv(weights, `${name}/${layer}`, from);
  return concat(
    [
      branch('1x1', x),
      branch('3x3', branch('3x3_reduce', x)),
      branch('5x5', branch('5x5_reduce', x)),
      branch('pool_proj', pool(x, 1)),
    ],
    3,
  );
}

/** Convolution, bias, ReLU. Strides of 1 keep the size. */
function conv(
  weights: Weights,
  layer: string,
  x: Tensor4D,
  { stride = 1, pad }: { stride?: number; pad?: number } = {},
): Tensor4D {
  return fused.conv2d({
    x,
    filter: weights.get(`${layer}/filter`) as Tensor4D,
    bias: weights.get(`${layer}/bias`),
    strides: stride,
    // Caffe pads conv1 by 3 on every side; 'same' would pad 2 and 3, with other numbers and no error. The
    // rounding down leaves the last padded row and column unread, as in Caffe.
    pad: pad ?? 'same',
    ...(pad === undefined ? {} : { dimRoundingMode: 'floor' as const }),
    activation: 'relu',
  });
}

/** 3x3 max pooling. Caffe rounds sizes up; on this network's sizes 'same' gives the same windows. */
const pool = (x: Tensor4D, stride: number): Tensor4D => maxPool(x, 3, stride, 'same');

/** Caffe's LRN over 5 neighbouring channels: it divides alpha = 1e-4 by that 5, TensorFlow.js does not. */
const normalise = (x: Tensor4D): Tensor4D => localResponseNormalization(x, 2, 1, 1e-4 / 5, 0.75);

const classify = (weights: Weights, pool5: Tensor2D): Tensor2D =>
  add(matMul(pool5, weights.get('loss3/classifier/filter')), weights.get('loss3/classifier/bias'));
