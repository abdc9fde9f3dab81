// The way back through Inception v1, from a stage's output to the photo, as a list of steps. Read it beside layOut.ts.

import {
  INCEPTION_MODULES,
  type InceptionModule,
  type ModuleWidths,
  POOLED_AFTER,
  type Stage,
} from '../../architecture.ts';
import { type FeatureMap, placeMap, someChannels } from '../featureMap.ts';
import type { Run } from '../layers.ts';
import { type InsideModule, type LaidOutNetwork, type Step, stepNamed } from '../layOut.ts';
import type { LinearMemory } from '../linearMemory.ts';
import { BACK } from './reversedFilters.ts';
import type { ReversedLayers } from './reversedLayers.ts';

export interface LaidOutBack {
  /** Runs the network up to a stage, keeping what the way back needs. */
  readonly forward: (to: Stage) => void;
  /** Gradients with respect to the stages' outputs, [side, side, channels]: one is filled in by the caller. */
  readonly gradients: ReadonlyMap<Stage, FeatureMap>;
  /** From a stage's gradient, filled in, to the photo's. */
  readonly back: (from: Stage) => void;
  /** The photo's gradient: [side / 2, side / 2, 16], see `reverseConv1`. */
  readonly pixels: FeatureMap;
}

/** From what a step has given to what it was given. */
interface StepBack {
  readonly name: Step['name'];
  readonly runs: readonly Run[];
}

/** Lays out the way back beside a network in the same memory. */
export function layOutBack({ memory, steps }: LaidOutNetwork, layers: ReversedLayers): LaidOutBack {
  const outputOf = (name: Step['name']): FeatureMap => stepNamed(steps, name).output;
  const likeOutputOf = (name: Step['name']) => likeMap(memory, outputOf(name));
  // The normalisations are done in place: what was there before is kept.
  const kept = { norm1: likeOutputOf('pool1'), norm2: likeOutputOf('conv2') };

  // Written in the network's order, run the other way round.
  const conv1 = placeMap(memory, outputOf('conv1').side, BACK.inputs, BACK.before, BACK.after);
  const conv1Sum = likeOutputOf('conv1');
  const pixels = placeMap(memory, conv1.side, BACK.outputs);
  const pool1 = likeOutputOf('pool1');
  const reduced = likeOutputOf('conv2_reduce');
  const conv2 = layers.placeFor('conv2/3x3', outputOf('conv2').side);
  const conv2Sum = likeOutputOf('conv2');
  const pool2 = likeOutputOf('pool2');
  const stepsBack: StepBack[] = [
    step(
      'conv1',
      layers.gate(conv1Sum, outputOf('conv1'), conv1),
      layers.convolve('conv1/7x7_s2', conv1, pixels),
    ),
    step('pool1', clear(memory, conv1Sum), layers.pool(outputOf('conv1'), kept.norm1, pool1, conv1Sum, 2)),
    step('norm1', layers.normalise(kept.norm1, pool1)),
    step(
      'conv2_reduce',
      layers.gate(reduced, outputOf('conv2_reduce')),
      layers.convolve('conv2/3x3_reduce', reduced, pool1),
    ),
    step(
      'conv2',
      layers.gate(conv2Sum, outputOf('conv2'), conv2),
      layers.convolve('conv2/3x3', conv2, reduced),
    ),
    step('norm2', layers.normalise(kept.norm2, conv2Sum)),
    step(
      'pool2',
      clear(memory, conv2Sum),
      layers.pool(outputOf('conv2'), outputOf('pool2'), pool2, conv2Sum, 2),
    ),
  ];
  const gradients = new Map<Stage, FeatureMap>([
    ['conv1', conv1Sum],
    ['conv2', conv2Sum],
  ]);
  let input = pool2;
  let before: InceptionModule | null = null;
  for (const module of INCEPTION_MODULES) {
    const pooling = before && POOLED_AFTER[before];
    if (before && pooling) {
      const pooled = likeOutputOf(pooling);
      stepsBack.push(
        step(
          pooling,
          clear(memory, input),
          layers.pool(outputOf(before), outputOf(pooling), pooled, input, 2),
        ),
      );
      input = pooled;
    }
    const { output, inside } = stepNamed(steps, module.name);
    if (!inside) throw new Error(`${module.name} is no module`);
    const gradient = likeMap(memory, output);
    stepsBack.push(
      step(module.name, ...throughModule(memory, layers, module, output, inside, gradient, input)),
    );
    gradients.set(module.name, gradient);
    input = gradient;
    before = module.name;
  }

  return {
    gradients,
    pixels,
    forward(to) {
      for (const { name, run } of steps) {
        // Pixels are there already.
        if (name === 'input') continue;
        if (name === 'norm1') copy(memory, outputOf('pool1'), kept.norm1);
        if (name === 'norm2') copy(memory, outputOf('conv2'), kept.norm2);
        run();
        if (name === to) return;
      }
    },
    back(from) {
      const last = stepsBack.findIndex(({ name }) => name === from);
      for (const { runs } of stepsBack.slice(0, last + 1).reverse()) {
        for (const run of runs) run();
      }
    },
  };
}

const step = (name: Step['name'], ...runs: readonly Run[]): StepBack => ({ name, runs });

/**
 * Through a module's four branches, whose gradients with respect to its input are added up.
 * @param gradient with respect to the output; `inputGradient` is overwritten
 */
function throughModule(
  memory: LinearMemory,
  layers: ReversedLayers,
  { name, conv1x1, reduce3x3, reduce5x5, poolProj }: ModuleWidths,
  output: FeatureMap,
  { input, reduced3x3, reduced5x5, pooled }: InsideModule,
  gradient: FeatureMap,
  inputGradient: FeatureMap,
): Run[] {
  const { side } = output;
  const readers = placeMap(memory, side, conv1x1 + reduce3x3 + reduce5x5);
  const three = layers.placeFor(`${name}/3x3`, side);
  const five = layers.placeFor(`${name}/5x5`, side);
  const projected = placeMap(memory, side, poolProj);
  const pooledGradient = likeMap(memory, pooled);
  let filled = 0;
  const gateNext = (to: FeatureMap): Run => {
    const part = (map: FeatureMap) => someChannels(map, filled, to.channels);
    const run = layers.gate(part(gradient), part(output), to);
    filled += to.channels;
    return run;
  };
  const ofThree = someChannels(readers, conv1x1, reduce3x3);
  const ofFive = someChannels(readers, conv1x1 + reduce3x3, reduce5x5);
  return [
    gateNext(someChannels(readers, 0, conv1x1)),
    gateNext(three),
    gateNext(five),
    gateNext(projected),
    layers.convolve(`${name}/3x3`, three, ofThree),
    layers.gate(ofThree, reduced3x3),
    layers.convolve(`${name}/5x5`, five, ofFive),
    layers.gate(ofFive, reduced5x5),
    layers.convolve(name, readers, inputGradient),
    layers.convolve(`${name}/pool_proj`, projected, pooledGradient),
    layers.pool(input, pooled, pooledGradient, inputGradient, 1),
  ];
}

const likeMap = (memory: LinearMemory, { side, channels }: FeatureMap): FeatureMap =>
  placeMap(memory, side, channels);

/** Of a map without a border. */
const bytesOf = (memory: LinearMemory, { address, side, rowBytes }: FeatureMap): Uint8Array =>
  memory.bytesAt(address, side * rowBytes);

const clear =
  (memory: LinearMemory, map: FeatureMap): Run =>
  () => {
    bytesOf(memory, map).fill(0);
  };

const copy = (memory: LinearMemory, from: FeatureMap, to: FeatureMap): void =>
  bytesOf(memory, to).set(bytesOf(memory, from));
