// The network on our own kernels in a real browser: the build that it takes, and PyTorch's numbers.

import { expect, it } from 'vitest';
import { KernelNetwork } from '../../src/network/kernels/kernelNetwork.ts';
import { layOut } from '../../src/network/kernels/layOut.ts';
import { bestBuild, startKernels } from '../../src/network/kernels/startKernels.ts';
import { arrived, verifyPrepared } from '../../src/network/loadModel.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { fetchFloat32, fetchSourceTensors, testWithShared } from '../support/sharedInBrowser.ts';

const SQUARE = 224 * 224 * 3;

it('takes the build that multiplies and adds in one instruction', () => {
  expect(bestBuild()).toBe('relaxed-simd');
});

testWithShared.each(['simd', 'relaxed-simd'] as const)(
  'agrees with PyTorch in the build %s',
  async (build) => {
    const float32 = await verifyPrepared(await prepareModel(await fetchSourceTensors(), 'float32'));
    const input = (await fetchFloat32('expected/inputs-4x224x224x3-bgr.f32')).subarray(0, SQUARE);
    const expected = await fetchFloat32('expected/logits-28x1000.f32');
    const square = Uint8Array.from({ length: SQUARE }, (_, i) => {
      const channel = i % 3;
      return (input[i + 2 - 2 * channel] ?? 0) + ([123, 117, 104][channel] ?? 0);
    });
    const network = new KernelNetwork(layOut(await startKernels(build)), arrived(float32));
    const { logits } = await network.featurize(square);
    const worst = logits.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (expected[i] ?? Number.NaN))),
      0,
    );
    expect(worst, 'largest difference of a logit').toBeLessThan(1e-4);
  },
);
