// onnxruntime-web on a page of its own: a session, a first run, then photo after photo.

import * as ort from './ort.wasm.min.mjs';

ort.env.wasm.numThreads = Number(new URLSearchParams(location.search).get('threads'));
const response = await fetch('network.onnx');
const session = await ort.InferenceSession.create(new Uint8Array(await response.arrayBuffer()), {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
});
const numbers = new Float32Array(await (await fetch('photos.f32')).arrayBuffer());
const size = 3 * 224 * 224;
const photos = Array.from(
  { length: numbers.length / size },
  (_, i) => new ort.Tensor('float32', numbers.slice(i * size, (i + 1) * size), [1, 3, 224, 224]),
);
const run = async (photo) => (await session.run({ image: photo })).logits.data[0];
await run(photos[0]);
const ready = performance.now();

/** @returns milliseconds of each of `count` runs */
window.timeRuns = async (count) => {
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await run(photos[i % photos.length]);
    times.push(performance.now() - start);
  }
  return times;
};
document.documentElement.dataset.ready = String(ready);
