// Changes photos into what the network is asked to see in them, off the main thread, one step at each call.

import { expose, transfer } from 'comlink';
import './transfer.ts';
import { BinsightError } from '../core/errors.ts';
import { carryBack, moduleOf } from '../core/heatMap.ts';
import { stageChannels } from '../network/architecture.ts';
import { dequantise, lastLayer, type WeightReader } from '../network/dequantise.ts';
import { type DreamStep, dream } from '../network/dream/dream.ts';
import { photoAsImage, toPixels } from '../network/dream/pixels.ts';
import { type Goal, GradientNetwork } from '../network/kernels/gradients/gradientNetwork.ts';
import { startKernels } from '../network/kernels/startKernels.ts';
import type { DreamerApi, DreamGoal, DreamRequest } from './contract.ts';

interface Ready {
  readonly network: GradientNetwork;
  readonly read: WeightReader;
}

let ready: Ready | null = null;
let steps: Generator<DreamStep, void> | null = null;
/** The dream that was asked for last: an older one, whose photo takes longer to decode, must not come in its place. */
let latest: DreamRequest | null = null;
/** From what the gradient network calls a score to what the page does. */
let toScore: (score: number) => number = (score) => score;

const api: DreamerApi = {
  async takeModel(model) {
    ready = { network: await GradientNetwork.create(await startKernels(), model), read: dequantise(model) };
  },
  async begin(request) {
    const { photo, goal, settings } = request;
    const { network, read } = required(ready);
    latest = request;
    steps = null;
    const image = await photoAsImage(photo, settings.sides.at(-1) ?? 0);
    if (latest !== request) return;
    const { aim, shift, sign } = aimAt(goal, read);
    toScore = (score) => sign * score + shift;
    steps = dream(image, settings, (at, side) => network.scoreAndGradient(at, side, aim));
  },
  next() {
    const found = required(steps).next();
    if (found.done) return Promise.resolve(null);
    const { step, side, score, image } = found.value;
    const pixels = toPixels(image);
    return Promise.resolve(
      transfer({ step: step + 1, score: toScore(score), side, pixels }, [pixels.buffer]),
    );
  },
};

interface Aim {
  readonly aim: Goal;
  /** The page's score is sign * the aim's + shift. */
  readonly sign: 1 | -1;
  readonly shift: number;
}

function aimAt(goal: DreamGoal, read: WeightReader): Aim {
  if ('channel' in goal) {
    const direction = new Float64Array(stageChannels(goal.stage));
    direction[goal.channel] = 1;
    return { aim: { stage: goal.stage, direction }, sign: 1, shift: 0 };
  }
  const { kind, score, bias, sign } = goal;
  const { direction, offset } = kind === 'logits' ? carryBack(score, lastLayer(read)) : score;
  const upwards = direction.map((value) => value * sign);
  return { aim: { stage: moduleOf(kind), direction: upwards }, sign, shift: offset + bias };
}

function required<T>(value: T | null): T {
  if (value === null) throw new BinsightError('worker-failed', { worker: 'dreamer' });
  return value;
}

expose(api);
