// Does Inception v1 really tell the drawn cars apart? Drawings go the whole way of a photo, in a real browser.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CarKind, drawCar } from '../../src/core/drawnCars.ts';
import { judge } from '../../src/core/judge.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { Classifier, FeatureVector } from '../../src/core/types.ts';
import { arrived, verifyPrepared } from '../../src/network/loadModel.ts';
import type { Network } from '../../src/network/network.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { drawSampleCars, rasterise, SAMPLE_TEST_KINDS } from '../../src/store/drawnSamples.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';
import { fetchSourceTensors, hasShared, testWithShared } from '../support/sharedInBrowser.ts';

const LABELS: readonly CarKind[] = ['classic', 'modern'];
const HELD_OUT_PER_KIND = 20;
/** Far from the seeds of the samples and from those that the drawings were tuned with. */
const FIRST_HELD_OUT = 1_000_001;

describe('the sample cars', () => {
  test('are ten photos for each bin and seven for the tray, whose names do not give them away', async () => {
    const samples = await drawSampleCars();
    const names = samples.map(({ name }) => name);
    expect(samples.filter(({ target }) => 'label' in target && target.label === 'classic')).toHaveLength(10);
    expect(samples.filter(({ target }) => 'label' in target && target.label === 'modern')).toHaveLength(10);
    const tray = samples.filter(({ target }) => 'place' in target);
    expect(tray.map(({ name }) => name)).toEqual(SAMPLE_TEST_KINDS.map((_, i) => `drawn-test-${i + 1}.png`));
    expect(new Set(names).size).toBe(27);
    expect(names).toContain('drawn-classic-01.png');
    expect(names).toContain('drawn-modern-10.png');
  });

  test('become photos of their full size, the same each time', async () => {
    const [one, again] = await Promise.all([1, 1].map(async () => await rasterise(drawCar('modern', 5))));
    const photo = await readPhoto(one ?? new Blob());
    expect(photo).toMatchObject({ mediaType: 'image/png', width: 480, height: 360 });
    expect((await readPhoto(again ?? new Blob())).sha256).toBe(photo.sha256);
    // A blank canvas would be a photo too.
    expect(new Set(photo.square).size).toBeGreaterThan(100);
  });

  test('can be drawn at another size', async () => {
    const photo = await readPhoto(await rasterise(drawCar('classic', 5), 960, 720));
    expect(photo).toMatchObject({ width: 960, height: 720 });
  });
});

describe('Inception v1 and the drawn cars', () => {
  let network: Network | null = null;
  let classifier: Classifier;
  let testRows: FeatureVector[] = [];

  const featurize = async (file: Blob): Promise<FeatureVector> => {
    if (!network) throw new Error('the network has not started');
    return (await network.featurize((await readPhoto(file)).square)).logits;
  };

  beforeAll(async () => {
    if (!hasShared) return;
    const prepared = await verifyPrepared(await prepareModel(await fetchSourceTensors(), 'uint8'));
    ({ network } = await startNetwork(arrived(prepared), 'wasm'));
    const samples = await drawSampleCars();
    const rows: FeatureVector[] = [];
    for (const { file } of samples) rows.push(await featurize(file));
    const targets = samples.flatMap(({ target }) =>
      'label' in target ? [LABELS.indexOf(target.label as CarKind)] : [],
    );
    classifier = trainClassifier({ labels: LABELS, rows: rows.slice(0, targets.length), targets, C: 10 });
    testRows = rows.slice(targets.length);
  });
  afterAll(() => network?.dispose());

  testWithShared('all seven test drawings are judged right', () => {
    expect(testRows.map((row) => judge(classifier, row).label)).toEqual(SAMPLE_TEST_KINDS);
  });

  testWithShared('so are at least 38 of 40 drawings that nobody has seen', async () => {
    const wrong: string[] = [];
    for (const kind of LABELS) {
      for (let seed = FIRST_HELD_OUT; seed < FIRST_HELD_OUT + HELD_OUT_PER_KIND; seed++) {
        const { label, score } = judge(classifier, await featurize(await rasterise(drawCar(kind, seed))));
        if (label !== kind) wrong.push(`${kind} ${seed}: ${score.toFixed(2)}`);
      }
    }
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(0.05 * LABELS.length * HELD_OUT_PER_KIND);
  });
});
