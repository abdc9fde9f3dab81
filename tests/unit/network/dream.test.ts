// Dreaming along the boundary between the talk's cars, with the real weights.

import { beforeAll, describe, expect, it } from 'vitest';
import { carryBack } from '../../../src/core/heatMap.ts';
import { undoScaling } from '../../../src/core/scaling.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import { dequantise, lastLayer } from '../../../src/network/dequantise.ts';
import { type DreamSettings, dream } from '../../../src/network/dream/dream.ts';
import { resizeImage, rollImage } from '../../../src/network/dream/floatImage.ts';
import { type Goal, GradientNetwork } from '../../../src/network/kernels/gradients/gradientNetwork.ts';
import { kernelsInNode, largestDifference, madeUpNumbers } from '../../support/kernels.ts';
import { preparedModel } from '../../support/pageNetwork.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

const CLASSES = 1000;
const PER_BIN = 10;
const PHOTO = 224;
const SIDE = 96;
const SETTINGS: DreamSettings = { sides: [SIDE], steps: 20, rate: 1.5, jitter: 8, seed: 1 };

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describeWithShared('dreaming', () => {
  let network: GradientNetwork;
  let towardsModern: Float64Array;
  let photo: Float32Array<ArrayBuffer>;

  beforeAll(async () => {
    const model = await preparedModel('uint8');
    network = await GradientNetwork.create(await kernelsInNode('simd'), model);
    const logits = readFloat32(sharedFile('expected/logits-28x1000.f32'));
    const rows = Array.from({ length: 2 * PER_BIN }, (_, i) =>
      logits.subarray(i * CLASSES, (i + 1) * CLASSES),
    );
    const targets = rows.map((_, i) => (i < PER_BIN ? 0 : 1));
    const { boundaries, scaling } = trainClassifier({
      rows,
      targets,
      labels: ['classic', 'modern'],
      C: 10,
      seed: 1,
    });
    const [boundary] = boundaries;
    if (!boundary) throw new Error('no boundary');
    towardsModern = carryBack(undoScaling(boundary, scaling), lastLayer(dequantise(model))).direction;
    const inputs = readFloat32(sharedFile('expected/inputs-4x224x224x3-bgr.f32'));
    photo = resizeImage(inputs.slice(0, PHOTO ** 2 * 3), PHOTO, SIDE);
  });

  function scoresOf(goal: Goal, settings = SETTINGS): number[] {
    const steps = dream(photo, settings, (image, side) => network.scoreAndGradient(image, side, goal));
    return [...steps].map(({ score }) => score);
  }

  it.each([
    ['more modern', 1],
    ['more classic', -1],
  ])('raises the score over 20 steps towards %s', (_, sign) => {
    const direction = towardsModern.map((value) => value * sign);
    const scores = scoresOf({ stage: 'inception_5b', direction });
    expect(scores).toHaveLength(20);
    // A move by a few pixels may cost more than a step gains, so five steps are taken together.
    const fives = [0, 5, 10, 15].map((from) => mean(scores.slice(from, from + 5)));
    expect(fives).toEqual([...fives].sort((a, b) => a - b));
    const rises = scores.slice(1).filter((score, i) => score > (scores[i] as number)).length;
    expect(rises, `rises among ${scores.map((score) => score.toFixed(2)).join(' ')}`).toBeGreaterThan(11);
    // The gap that the machine leaves between cars is 2.
    expect((scores.at(-1) as number) - (scores[0] as number)).toBeGreaterThan(4);
  });

  it('goes on at a larger size with what it has changed at a smaller one', () => {
    const sizes = { ...SETTINGS, sides: [64, SIDE], steps: 4 };
    const scores = scoresOf({ stage: 'inception_5b', direction: towardsModern }, sizes);
    expect(scores[4]).toBeGreaterThan(scores[0] as number);
  });

  it('raises a single channel of a module', () => {
    const direction = new Float64Array(512);
    direction[10] = 1;
    const scores = scoresOf({ stage: 'inception_4c', direction }, { ...SETTINGS, steps: 6 });
    expect(scores.at(-1)).toBeGreaterThan(3 * (scores[0] as number));
  });

  it('is the same each time', () => {
    const goal = { stage: 'inception_5b', direction: towardsModern } as const;
    const few = { ...SETTINGS, sides: [32, 64], steps: 2 };
    expect(scoresOf(goal, few)).toEqual(scoresOf(goal, few));
  });

  it('leaves the photo as it is where there is nothing to follow', () => {
    const nothing = (image: Float32Array) => ({ score: 0, gradient: new Float32Array(image.length) });
    const last = [...dream(photo, { ...SETTINGS, steps: 2 }, nothing)].at(-1);
    expect(last?.image).toEqual(photo);
  });

  it('leaves no pixel darker than black or brighter than white', () => {
    const evaluate = (image: Float32Array) => ({
      score: 0,
      gradient: madeUpNumbers(image.length, 3) as never,
    });
    const last = [...dream(photo, { ...SETTINGS, steps: 3, rate: 400 }, evaluate)].at(-1);
    const levels = (last?.image ?? new Float32Array(3)).map(
      (value, i) => value + ([104, 117, 123][i % 3] as number),
    );
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(-1e-3);
    expect(Math.max(...levels)).toBeLessThanOrEqual(255.001);
  });
});

describe('images of numbers', () => {
  const image = madeUpNumbers(32 ** 2 * 3, 1) as Float32Array<ArrayBuffer>;

  it('come back from being rolled', () => {
    const rolled = rollImage(image, 32, 5, -37);
    expect(largestDifference(rolled, image)).toBeGreaterThan(0);
    expect(rollImage(rolled, 32, -5, 37)).toEqual(image);
  });

  it('keep their mean and their corners when resized', () => {
    const ramp = Float32Array.from({ length: 32 ** 2 * 3 }, (_, i) => Math.floor(i / 3) % 32);
    const half = resizeImage(ramp as Float32Array<ArrayBuffer>, 32, 16);
    expect(half).toHaveLength(16 ** 2 * 3);
    // Rows stay rows: the second pixel is brighter than the first, the second row is not.
    expect(half[3]).toBeGreaterThan(half[0] as number);
    expect(half[16 * 3]).toBeCloseTo(half[0] as number, 3);
    expect(mean(half)).toBeCloseTo(mean(ramp), 1);
  });
});
