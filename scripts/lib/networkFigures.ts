// The network in numbers: how much of a photo each stage sees at once, and in how many patterns it describes that.

import { NETWORK_SIDE } from '../../src/core/image.ts';
import type { Figures } from '../../src/howItWorks/figures.ts';
import { CLASS_COUNT, INCEPTION_MODULES, LAYERS, moduleOutputs } from '../../src/network/architecture.ts';

/** A convolution or a pooling: how wide its window is, and how far apart its windows are, in places of its input. */
interface Window {
  readonly size: number;
  readonly stride: number;
}

const CONVOLUTION_7 = { size: 7, stride: 2 };
const POOL = { size: 3, stride: 2 };
const CONVOLUTION_3 = { size: 3, stride: 1 };
/** Of a module's four branches the one that sees most. */
const MODULE = { size: 5, stride: 1 };

export function networkFigures(): Figures['network'] {
  const weights = LAYERS.reduce((sum, { shape }) => sum + product(shape) + (shape.at(-1) ?? 0), 0);
  const windows: Window[] = [];
  const stages: Figures['network']['stages'][number][] = [];
  const stage = (name: string, patterns: number, ...more: readonly Window[]) => {
    windows.push(...more);
    stages.push({ name, patterns, ...seenThrough(windows) });
  };
  stage('conv1', 64, CONVOLUTION_7);
  stage('conv2', 192, POOL, CONVOLUTION_3);
  windows.push(POOL);
  for (const module of INCEPTION_MODULES) {
    stage(module.name, moduleOutputs(module), MODULE);
    if (/_(3b|4e)$/.test(module.name)) windows.push(POOL);
  }
  return { layers: LAYERS.length, weights, classes: CLASS_COUNT, stages };
}

/** How much of the photo one place sees through these windows, and how many places there are along a side. */
function seenThrough(windows: readonly Window[]): { patch: number; side: number } {
  let patch = 1;
  let step = 1;
  for (const { size, stride } of windows) {
    patch += (size - 1) * step;
    step *= stride;
  }
  return { patch: Math.min(patch, NETWORK_SIDE), side: NETWORK_SIDE / step };
}

const product = (numbers: readonly number[]): number => numbers.reduce((all, one) => all * one, 1);
