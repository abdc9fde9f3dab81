// What training and evaluation cost, in Chromium on one core, on the reference photos' real logits: 20 cars, and 200
// rows made of all 128 (those beyond are means of two of a kind). Run by `npm run bench`.

import { expect } from 'vitest';
import { commands } from 'vitest/browser';
import { calibrate } from '../../src/core/evaluation/calibration.ts';
import { compareFeatures, compareHeads } from '../../src/core/evaluation/compare.ts';
import { holdOut } from '../../src/core/evaluation/heldOut.ts';
import { learningCurve } from '../../src/core/evaluation/learningCurve.ts';
import { mapPhotos } from '../../src/core/evaluation/photoMap.ts';
import { learnNovelty } from '../../src/core/novelty.ts';
import { prepareTraining } from '../../src/core/prepareTraining.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import { fetchFloat32, testWithShared } from '../support/sharedInBrowser.ts';

const RUNS = 5;
const now = () => performance.now();

testWithShared('evaluation of 20 and of 200 photos', async () => {
  const cars = rowsOf(await fetchFloat32('expected/logits-28x1000.f32'));
  const others = rowsOf(await fetchFloat32('expected/imagenet-sample-logits-100x1000.f32'));
  const results = {
    twenty: measure([cars.slice(8, 18), cars.slice(18)]),
    // Animals against things, so that there is something to get wrong.
    twoHundred: measure([grow(others.slice(0, 40), 100), grow(others.slice(40), 100)]),
  };
  await commands.writeFile('test-results/evaluation.json', JSON.stringify(results));
  expect(results.twenty.leaveOneOut).toBeGreaterThan(0);
});

/** Medians, in milliseconds, with the code warm. */
function measure(bins: readonly (readonly Float32Array[])[]): Record<string, number> {
  const rows = bins.flat();
  const targets = bins.flatMap((bin, k) => bin.map(() => k));
  const input = { labels: ['a', 'b'], rows, targets, C: 10, seed: 1 };
  const heldOut = holdOut(input);
  const times: Record<string, () => unknown> = {
    fit: () => trainClassifier(input),
    novelty: () => learnNovelty(rows, targets),
    leaveOneOut: () => holdOut(input),
    calibration: () => calibrate(heldOut, targets),
    curve: () => learningCurve({ ...prepareTraining(input), seed: 1 }),
    map: () => mapPhotos({ ...input, tests: [], classifier: trainClassifier(input) }),
    heads: () => compareHeads({ ...input, tests: [], heldOut, now }),
    // The three kinds have 1000, 1024 and 528 numbers; here all have the logits' 1000.
    features: () =>
      compareFeatures({
        ...input,
        rows: rows.map((row) => ({ logits: row, pool5: row, inception_4d: row })),
        tests: [],
        known: { kind: 'logits', heldOut },
        now,
      }),
  };
  const medians = Object.entries(times).map(([name, run]) => [name, median(run)] as const);
  const all = medians.reduce((sum, [, ms]) => sum + ms, 0);
  return { ...Object.fromEntries(medians), all };
}

function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = now();
    run();
    return now() - start;
  }).sort((a, b) => a - b);
  return Number((times[Math.floor(RUNS / 2)] ?? Number.NaN).toFixed(1));
}

const rowsOf = (values: Float32Array): Float32Array[] =>
  Array.from({ length: values.length / 1000 }, (_, i) => values.slice(i * 1000, (i + 1) * 1000));

function grow(rows: readonly Float32Array[], count: number): readonly Float32Array[] {
  const grown = [...rows];
  for (let i = 0; grown.length < count; i++) {
    const [a, b] = [rows[i % rows.length], rows[(i * 7 + 3) % rows.length]];
    if (a && b && a !== b) grown.push(a.map((value, j) => (value + (b[j] ?? 0)) / 2));
  }
  return grown;
}
