// The whole network on our kernels: against PyTorch's numbers, and against TensorFlow.js on the same weights.

import { type Tensor4D, tensor4d, tidy, tile } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { toNetworkInput } from '../../../../src/core/image.ts';
import { STAGES, stageChannels } from '../../../../src/network/architecture.ts';
import { inceptionV1 } from '../../../../src/network/inceptionV1.ts';
import { KernelNetwork } from '../../../../src/network/kernels/kernelNetwork.ts';
import { layOut } from '../../../../src/network/kernels/layOut.ts';
import type { VerifiedModel } from '../../../../src/network/loadModel.ts';
import { arrived } from '../../../../src/network/loadModel.ts';
import { arithmeticOf, testPattern } from '../../../../src/network/selfTest.ts';
import { decodeWeights, type Weights } from '../../../../src/network/weights.ts';
import { BUILDS, kernelsInNode, largestDifference } from '../../../support/kernels.ts';
import { preparedModel } from '../../../support/pageNetwork.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../../support/shared.ts';
import { startTfjsNetwork } from '../../../support/tfjsNetwork.ts';

const PHOTOS = 4;
const SQUARE = 224 * 224 * 3;

const part = (values: Float32Array, photo: number, count: number): Float32Array =>
  values.subarray(photo * count, (photo + 1) * count);

/** The pixels of which `toNetworkInput` makes these numbers: they are whole. */
function squareOf(input: Float32Array): Uint8Array {
  const square = new Uint8Array(input.length);
  for (let i = 0; i < input.length; i += 3) {
    square[i] = (input[i + 2] as number) + 123;
    square[i + 1] = (input[i + 1] as number) + 117;
    square[i + 2] = (input[i] as number) + 104;
  }
  expect(largestDifference(toNetworkInput(square), input)).toBe(0);
  return square;
}

describeWithShared('Inception v1 on our kernels', () => {
  const inputs = readFloat32(sharedFile('expected/inputs-4x224x224x3-bgr.f32'));
  const squares = Array.from({ length: PHOTOS }, (_, photo) => squareOf(part(inputs, photo, SQUARE)));
  const logits = readFloat32(sharedFile('expected/logits-28x1000.f32'));
  const pool5 = readFloat32(sharedFile('expected/pool5-28x1024.f32'));
  const places = readFloat32(sharedFile('expected/inception_5b-4x7x7x1024.f32'));
  const [first] = squares as [Uint8Array];

  let float32: VerifiedModel;

  beforeAll(async () => {
    float32 = await preparedModel('float32');
  });

  describe.each(BUILDS)('in the build %s', (build) => {
    it("gives PyTorch's numbers in float32", async () => {
      const network = new KernelNetwork(layOut(await kernelsInNode(build)), arrived(float32));
      let worst = { logits: 0, pool5: 0, places: 0 };
      for (const [photo, square] of squares.entries()) {
        const features = await network.featurize(square);
        const found = await network.places(square, 'inception_5b');
        expect(found).toMatchObject({ side: 7, channels: 1024 });
        worst = {
          logits: Math.max(worst.logits, largestDifference(features.logits, part(logits, photo, 1000))),
          pool5: Math.max(worst.pool5, largestDifference(features.pool5, part(pool5, photo, 1024))),
          places: Math.max(worst.places, largestDifference(found.values, part(places, photo, 7 * 7 * 1024))),
        };
      }
      expect(worst.logits).toBeLessThan(1e-4);
      expect(worst.pool5).toBeLessThan(1e-4);
      const { logits: ofPattern } = await network.featurize(testPattern());
      expect(arithmeticOf(ofPattern, 'float32')).toBe('full');
      // Single activations go up to about 60; sums of them, above, are closer.
      expect(worst.places).toBeLessThan(1e-3);
    });
  });

  describe('beside TensorFlow.js, in uint8', () => {
    let network: KernelNetwork;
    let weights: Weights;
    let theirs: Awaited<ReturnType<typeof startTfjsNetwork>>;

    beforeAll(async () => {
      const model = await preparedModel('uint8');
      network = new KernelNetwork(layOut(await kernelsInNode('simd')), arrived(model));
      theirs = await startTfjsNetwork(model);
      weights = decodeWeights(model.manifest, model.shards);
    });

    it('passes the self-test', async () => {
      expect(arithmeticOf((await network.featurize(testPattern())).logits, 'uint8')).toBe('full');
    });

    it('gives the same bits every time, in memory that does not grow', async () => {
      const before = network.memoryBytes;
      expect(before).toBeLessThan(90 * 2 ** 20);
      const once = await network.featurize(first);
      for (let run = 0; run < 50; run++) {
        const square = squares[run % PHOTOS] as Uint8Array;
        if (run % 3 === 0) await network.places(square, 'inception_4d');
        else await network.featurize(square);
      }
      expect(await network.featurize(first)).toEqual(once);
      expect(network.memoryBytes).toBe(before);
    });

    it('gives the same features', async () => {
      for (const square of squares) {
        const [ours, expected] = [await network.featurize(square), await theirs(square)];
        expect(largestDifference(ours.logits, expected.logits)).toBeLessThan(1e-4);
        expect(largestDifference(ours.pool5, expected.pool5)).toBeLessThan(1e-4);
        expect(largestDifference(ours.inception_4d, expected.inception_4d)).toBeLessThan(1e-3);
      }
    });

    it('finds the same in the places of every stage', async () => {
      const expected = tidy(() =>
        inceptionV1(weights, tensor4d(toNetworkInput(first), [1, 224, 224, 3]), STAGES),
      );
      for (const stage of STAGES) {
        const { side, channels, values } = await network.places(first, stage);
        expect([1, side, side, channels], stage).toEqual(expected[stage].shape);
        expect(channels, stage).toBe(stageChannels(stage));
        const theirs = await expected[stage].data();
        const largest = largestDifference(theirs, new Float32Array(theirs.length));
        expect(largestDifference(values, theirs) / largest, stage).toBeLessThan(1e-5);
        expected[stage].dispose();
      }
    });

    it('sees the same in an even photo, also right after another photo', async () => {
      const { inception_4d } = await network.featurize(first);
      const found = await network.logitsOfEvenPhoto(Float32Array.from(inception_4d), 'inception_4d', 14);
      const expected = tidy(() => {
        const even = tile(tensor4d(Float32Array.from(inception_4d), [1, 1, 1, 528]), [1, 14, 14, 1]);
        return inceptionV1(weights, even as Tensor4D, ['logits'], 'inception_4d').logits;
      });
      expect(largestDifference(found, await expected.data())).toBeLessThan(1e-4);
      expected.dispose();
    });

    it('hands out the same classifier', async () => {
      const { weights: matrix, bias } = await network.classifier();
      const read = async (name: string) => await weights.get(`loss3/classifier/${name}`).data();
      expect(largestDifference(matrix, await read('filter'))).toBe(0);
      expect(largestDifference(bias, await read('bias'))).toBe(0);
    });

    it('refuses squares and channels of other sizes', async () => {
      await expect(network.featurize(new Uint8Array(9))).rejects.toThrow('a square has 150528 bytes, got 9');
      await expect(network.places(new Uint8Array(9), 'inception_5b')).rejects.toThrow(RangeError);
      await expect(network.logitsOfEvenPhoto(new Float32Array(3), 'inception_4d', 14)).rejects.toThrow(
        'inception_4d has 14 x 14 places of 528 numbers',
      );
    });
  });
});
