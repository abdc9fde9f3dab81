// onnxruntime-web on a page of its own: a session, a first run, then photo after photo.

import * as ort from './ort.wasm.min.mjs';

const SIDE = 224;

ort.env.wasm.numThreads = Number(new URLSearchParams(location.search).get('threads'));
const response = await fetch('network.onnx');
const session = await ort.InferenceSession.create(new Uint8Array(await response.arrayBuffer()), {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
});
const run = async (photo) => (await session.run({ image: photo })).logits.data[0];
await run(new ort.Tensor('float32', new Float32Array(3 * SIDE * SIDE), [1, 3, SIDE, SIDE]));
document.documentElement.dataset.ready = 'true';

/** @returns milliseconds of each photo's run; to read them is not timed */
window.timeRuns = async () => {
  const names = await (await fetch('photos.json')).json();
  const photos = await Promise.all(names.map(read));
  const times = [];
  for (const photo of photos) {
    const start = performance.now();
    await run(photo);
    times.push(performance.now() - start);
  }
  return times;
};

/** The largest centred square, as planes of red, green and blue, 0..255. */
async function read(name) {
  const bitmap = await createImageBitmap(await (await fetch(name)).blob());
  const side = Math.min(bitmap.width, bitmap.height);
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, left, top, side, side, 0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const planes = new Float32Array(3 * SIDE * SIDE);
  for (let i = 0; i < planes.length; i++) {
    const [channel, pixel] = [Math.floor(i / (SIDE * SIDE)), i % (SIDE * SIDE)];
    planes[i] = data[4 * pixel + channel];
  }
  return new ort.Tensor('float32', planes, [1, 3, SIDE, SIDE]);
}
