// The way back through the network: against TensorFlow.js' automatic differentiation on the same weights.

// With all gradients.
import '@tensorflow/tfjs';
import {
  grad,
  mean,
  mul,
  setBackend,
  sum,
  type Tensor4D,
  tensor1d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { stageChannels } from '../../../../src/network/architecture.ts';
import { inceptionV1 } from '../../../../src/network/inceptionV1.ts';
import { type Goal, GradientNetwork } from '../../../../src/network/kernels/gradients/gradientNetwork.ts';
import type { VerifiedModel } from '../../../../src/network/loadModel.ts';
import { decodeWeights } from '../../../../src/network/weights.ts';
import { BUILDS, kernelsInNode, largestDifference, madeUpNumbers } from '../../../support/kernels.ts';
import { preparedModel } from '../../../support/pageNetwork.ts';
import { describeWithShared } from '../../../support/shared.ts';

/** Small, as TensorFlow.js' plain JavaScript is slow. */
const SIDE = 64;
const image = madeUpNumbers(SIDE ** 2 * 3, 1).map((value) => value * 120);
const GOALS = (['conv1', 'conv2', 'inception_3a', 'inception_4c', 'inception_5b'] as const).map(
  (stage): Goal => ({ stage, direction: madeUpNumbers(stageChannels(stage), 2) }),
);

const largest = (values: Float32Array): number => largestDifference(values, new Float32Array(values.length));

describeWithShared('gradients on our kernels', () => {
  let model: VerifiedModel;
  const expected = new Map<Goal, { score: number; gradient: Float32Array }>();

  beforeAll(async () => {
    model = await preparedModel('uint8');
    await setBackend('cpu');
    const weights = decodeWeights(model.manifest, model.shards);
    for (const goal of GOALS) {
      const { stage, direction } = goal;
      const score = (x: Tensor4D) => {
        const { [stage]: output } = inceptionV1(weights, x, [stage]);
        return sum(mul(mean(output as Tensor4D, [0, 1, 2]), tensor1d(direction as Float32Array)));
      };
      const [found, gradient] = tidy(() => {
        const x = tensor4d(image, [1, SIDE, SIDE, 3]);
        return [
          score(x).dataSync()[0] ?? 0,
          grad((value) => score(value as Tensor4D))(x).dataSync() as Float32Array,
        ] as const;
      });
      expected.set(goal, { score: found, gradient });
    }
  });

  it.each(BUILDS)('are those of automatic differentiation, in the build %s', async (build) => {
    const network = await GradientNetwork.create(await kernelsInNode(build), model);
    for (const [goal, { score, gradient }] of expected) {
      const found = network.scoreAndGradient(image, SIDE, goal);
      expect(Math.abs(found.score - score), goal.stage).toBeLessThan(1e-3 * Math.max(1, Math.abs(score)));
      expect(largestDifference(found.gradient, gradient) / largest(gradient), goal.stage).toBeLessThan(1e-4);
    }
  });
});
