// Inception v1 as a list of steps over one memory. Read it beside the table in architecture.ts.

import { MEAN_BGR, NETWORK_SIDE } from '../../core/image.ts';
import {
  CLASS_COUNT,
  type EndPoint,
  INCEPTION_MODULES,
  type ModuleWidths,
  POOLED_AFTER,
} from '../architecture.ts';
import type { IncomingModel } from '../loadModel.ts';
import { type FeatureMap, placeMap, someChannels } from './featureMap.ts';
import type { Kernels } from './kernels.ts';
import { Layers, type Run } from './layers.ts';
import type { LinearMemory } from './linearMemory.ts';
import { setUpWorkbench, type Workbench } from './workbench.ts';

export interface Step {
  /** What is there once the step has run. */
  readonly name: Exclude<EndPoint, 'softmax'> | 'input' | 'norm1' | 'norm2' | 'pool3' | 'pool4';
  /** Where it is; a vector has side 1. */
  readonly output: FeatureMap;
  /** Names of the layers whose weights it reads. */
  readonly layers: readonly string[];
  readonly run: Run;
  readonly inside?: InsideModule;
}

/** What an inception module has computed on the way. */
export interface InsideModule {
  readonly input: FeatureMap;
  /** What the 3x3 and the 5x5 convolution read, with their borders. */
  readonly reduced3x3: FeatureMap;
  readonly reduced5x5: FeatureMap;
  readonly pooled: FeatureMap;
}

export interface LaidOutNetwork {
  /** Of an instance that nobody else uses: all of its memory is this network's. */
  readonly kernels: Kernels;
  readonly memory: LinearMemory;
  /** Address of the photo: [224, 224, 3] RGB, 0..255. */
  readonly square: number;
  readonly steps: readonly Step[];
  /** Packs a layer's weights, as soon as they are there. */
  readonly pack: (layer: string, find: IncomingModel['find']) => Promise<void>;
}

/**
 * Gives every layer its place.
 * @throws RangeError when this machine has no 75 MB of memory left
 */
export function layOut(kernels: Kernels): LaidOutNetwork {
  const bench = setUpWorkbench(kernels);
  return layOutFor(NETWORK_SIDE, bench, new Layers(bench));
}

/**
 * The same for photos of another size; all sizes share the layers' weights.
 * @param photoSide a multiple of 32, as all pooling halves it
 */
export function layOutFor(photoSide: number, { kernels, memory }: Workbench, layers: Layers): LaidOutNetwork {
  const steps: Step[] = [];
  let placed = 0;
  const step = (name: Step['name'], output: FeatureMap, run: Run, inside?: InsideModule): FeatureMap => {
    // Those that have been laid out since the step before.
    const own = layers.placed.slice(placed);
    placed += own.length;
    steps.push({ name, output, layers: own, run, ...(inside ? { inside } : {}) });
    return output;
  };
  const pool = (name: Step['name'], from: FeatureMap): FeatureMap => {
    const { output, run } = layers.pool(from, 2);
    return step(name, output, run);
  };

  const square = memory.allocate(photoSide ** 2 * 3);
  // Caffe pads conv1 by 3 on every side; its last row and column stay unread.
  const input = placeMap(memory, photoSide, 3, 3, 3);
  const [blue, green, red] = MEAN_BGR;
  step('input', input, () =>
    kernels.prepareInput(square, photoSide, blue, green, red, input.address, input.rowBytes),
  );
  const conv1 = placeMap(memory, photoSide / 2, layers.outputsOf('conv1/7x7_s2'));
  step('conv1', conv1, layers.convolve('conv1/7x7_s2', input, conv1, { stride: 2, pad: 3 }));
  const pool1 = pool('pool1', conv1);
  step('norm1', pool1, layers.normalise(pool1));
  const conv2 = placeMap(memory, pool1.side, layers.outputsOf('conv2/3x3'));
  const second = layers.reduceAndConvolve('conv2/3x3_reduce', 'conv2/3x3', pool1, conv2);
  step('conv2_reduce', second.between, second.reduce);
  step('conv2', conv2, second.wide);
  step('norm2', conv2, layers.normalise(conv2));
  let last = pool('pool2', conv2);
  for (const module of INCEPTION_MODULES) {
    const { output, run, inside } = inception(layers, module, last);
    last = step(module.name, output, run, inside);
    const pooling = POOLED_AFTER[module.name];
    if (pooling) last = pool(pooling, last);
  }
  const { address, side, channels } = last;
  const pool5 = placeMap(memory, 1, channels);
  step('pool5', pool5, () => kernels.meansOverPlaces(address, side ** 2, channels, pool5.address));
  const logits = placeMap(memory, 1, CLASS_COUNT);
  step('logits', logits, layers.convolve('loss3/classifier', pool5, logits, { relu: false }));
  return { kernels, memory, square, steps, pack: (layer, find) => layers.pack(layer, find) };
}

/** @throws Error where no step has that name */
export function stepNamed(steps: readonly Step[], name: Step['name']): Step {
  const step = steps.find((candidate) => candidate.name === name);
  if (!step) throw new Error(`no step ${name}`);
  return step;
}

/** One inception module: 1x1, 1x1 -> 3x3, 1x1 -> 5x5 and pool -> 1x1, each writing its channels of the output. */
function inception(
  layers: Layers,
  { name, conv1x1, conv3x3, conv5x5, poolProj }: ModuleWidths,
  input: FeatureMap,
): { readonly output: FeatureMap; readonly run: Run; readonly inside: InsideModule } {
  const output = placeMap(layers.memory, input.side, conv1x1 + conv3x3 + conv5x5 + poolProj);
  let filled = 0;
  const part = (channels: number): FeatureMap => {
    filled += channels;
    return someChannels(output, filled - channels, channels);
  };
  const one = layers.convolve(`${name}/1x1`, input, part(conv1x1));
  const three = layers.reduceAndConvolve(`${name}/3x3_reduce`, `${name}/3x3`, input, part(conv3x3));
  const five = layers.reduceAndConvolve(`${name}/5x5_reduce`, `${name}/5x5`, input, part(conv5x5));
  const pooled = layers.pool(input, 1);
  const projection = layers.convolve(`${name}/pool_proj`, pooled.output, part(poolProj));
  const runs = [one, three.reduce, three.wide, five.reduce, five.wide, pooled.run, projection];
  return {
    output,
    inside: { input, reduced3x3: three.between, reduced5x5: five.between, pooled: pooled.output },
    run: () => {
      for (const run of runs) run();
    },
  };
}
