// What a photo costs before the network sees it, beside what the network costs, in Chromium in one thread, in turn. Run by
// `npm run bench`.

import { expect } from 'vitest';
import { commands } from 'vitest/browser';
import { arrived, verifyPrepared } from '../../src/network/loadModel.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { squareOfBitmap } from '../../src/network/square/squareOfBitmap.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';
import { fetchShared, fetchSourceTensors, testWithShared } from '../support/sharedInBrowser.ts';
import { spreadOf } from './statistics.ts';

const ROUNDS = 5;

testWithShared('a photo on its way to the network', { timeout: 600_000 }, async () => {
  const model = await verifyPrepared(await prepareModel(await fetchSourceTensors(), 'uint8'));
  const { network } = await startNetwork(arrived(model), 'wasm');
  const { files } = (await (await fetchShared('expected/googlenet.json')).json()) as { files: string[] };
  // Flickr's name for 640 pixels along the longer side.
  const wide = files.filter((path) => path.endsWith('_z.jpg'));
  const cars = await Promise.all(wide.map(async (path) => (await fetchShared(path)).blob()));
  const large = await enlarge(cars[0] as Blob, 4000, 3000);

  const times = {
    decoding: [],
    resampling: [],
    network: [],
    reading: [],
    largeDecoded: [],
    largeRead: [],
  } as Record<'decoding' | 'resampling' | 'network' | 'reading' | 'largeDecoded' | 'largeRead', number[]>;
  const time = async <Answer>(into: number[], run: () => Answer | Promise<Answer>): Promise<Answer> => {
    const start = performance.now();
    const answer = await run();
    into.push(performance.now() - start);
    return answer;
  };
  const decode = (photo: Blob) => createImageBitmap(photo, { colorSpaceConversion: 'none' });
  for (let round = 0; round <= ROUNDS; round++) {
    // The first round warms up.
    if (round === 1) for (const list of Object.values(times)) list.length = 0;
    for (const car of cars) {
      const bitmap = await time(times.decoding, () => decode(car));
      const square = await time(times.resampling, () => squareOfBitmap(bitmap, { asStored: true }));
      bitmap.close();
      await time(times.network, () => network.featurize(square));
      await time(times.reading, () => readPhoto(car));
    }
    const start = performance.now();
    const bitmap = await decode(large);
    await squareOfBitmap(bitmap, { asStored: true });
    times.largeDecoded.push(performance.now() - start);
    bitmap.close();
    await time(times.largeRead, () => readPhoto(large));
  }
  const results = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, spreadOf(list)]));
  await commands.writeFile('test-results/reading.json', JSON.stringify(results));
  // biome-ignore lint/suspicious/noConsole: that is what it is for
  console.log(JSON.stringify(results));
  expect(times.network).toHaveLength(ROUNDS * cars.length);
});

/** A photo of a phone's size, with a phone's detail. */
async function enlarge(photo: Blob, width: number, height: number): Promise<Blob> {
  const bitmap = await createImageBitmap(photo);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0, width, height);
  const grain = context.getImageData(0, 0, width, height);
  let state = 1;
  for (let i = 0; i < grain.data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (i % 4 < 3) grain.data[i] = (grain.data[i] as number) + (state >>> 28) - 8;
  }
  context.putImageData(grain, 0, 0);
  return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
