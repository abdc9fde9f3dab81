// The real photos: a browser's decoder against Pillow's, through to the network's input.
import { expect } from 'vitest';
import { toNetworkInput } from '../../src/core/image.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';
import { fetchFloat32, fetchShared, testWithShared } from '../support/sharedInBrowser.ts';

const INPUT_LENGTH = 224 * 224 * 3;

testWithShared('gives the reference inputs, but for the JPEG decoder', async () => {
  const { files } = (await (await fetchShared('expected/googlenet.json')).json()) as { files: string[] };
  const inputs = await fetchFloat32('expected/inputs-4x224x224x3-bgr.f32');
  for (const [index, file] of files.slice(0, 4).entries()) {
    const input = toNetworkInput((await readPhoto(await (await fetchShared(file)).blob())).square);
    const wanted = inputs.subarray(index * INPUT_LENGTH, (index + 1) * INPUT_LENGTH);
    const differences = input.map((value, i) => Math.abs(value - (wanted[i] ?? Number.NaN)));
    const mean = differences.reduce((sum, value) => sum + value, 0) / INPUT_LENGTH;
    const most = differences.reduce((a, b) => Math.max(a, b), 0);
    // Chromium 156 and Pillow share libjpeg-turbo and differ by nothing. Another decoder may round otherwise; a crop
    // one pixel off gives a mean of 4.
    expect(mean, file).toBeLessThan(0.5);
    expect(most, file).toBeLessThan(8);
  }
});
