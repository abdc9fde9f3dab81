// model.json: what is written is what its schema says, and judges as the page does.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelJsonSchema } from '../../../../scripts/lib/modelJsonSchema.ts';
import { calibrate, probabilities } from '../../../../src/core/evaluation/calibration.ts';
import { holdOut } from '../../../../src/core/evaluation/heldOut.ts';
import { judge } from '../../../../src/core/judge.ts';
import { isNovel, learnNovelty, nearestPhotos, unitRows } from '../../../../src/core/novelty.ts';
import { mulberry32 } from '../../../../src/core/random.ts';
import { trainClassifier } from '../../../../src/core/trainClassifier.ts';
import type { FeatureKind } from '../../../../src/core/types.ts';
import { FEATURE_COUNTS, type ModelFile, parseModel } from '../../../../src/export/model/modelFile.ts';
import { judgeFeatures, judgeScores, loadModel } from '../../../../src/export/model/savedModel.ts';
import {
  type ModelRequest,
  roundToFloat32,
  toModelFile,
  writeModel,
  writeNovelty,
} from '../../../../src/export/model/writeModel.ts';

const LABELS = ['classic', 'modern', 'neither of "them"\n| <b>'];
const random = mulberry32(7);
/** Features far from their mean of 0, as logits are: rounding would show. */
const someRow = (length: number, label: number): Float32Array =>
  Float32Array.from({ length }, (_, j) => 8 * random() - 3 + (j % 3 === label ? 1.5 : 0));

function makeModel(kind: FeatureKind, count: 2 | 3) {
  const labels = LABELS.slice(0, count);
  const targets = Array.from({ length: 8 * count }, (_, i) => i % count);
  const rows = targets.map((label) => someRow(FEATURE_COUNTS[kind], label));
  const logits = kind === 'logits' ? rows : targets.map((label) => someRow(1000, label));
  const classifier = trainClassifier({ labels, rows, targets, seed: 1 });
  const units = unitRows(logits);
  const request: ModelRequest = {
    name: 'Cars',
    created: '2026-11-23T12:00:00.000Z',
    classifier,
    kind,
    photos: labels.map(() => 8),
    novelty: learnNovelty(logits, targets),
    neither: true,
    calibration: calibrate(holdOut({ labels, rows, targets, seed: 1 }), targets),
    network: { id: 'inception-v1/uint8', precision: 'uint8' },
  };
  return { request, classifier, units };
}

const CASES = (['logits', 'pool5', 'inception_4d'] as const).flatMap((kind) =>
  ([2, 3] as const).map((count) => ({ kind, count })),
);

describe.each(CASES)('with $kind and $count labels', ({ kind, count }) => {
  const { request, classifier, units } = makeModel(kind, count);
  const text = writeModel(request);
  const model = loadModel(parseModel(text), writeNovelty(units).buffer);

  it('is read as it was written', () => {
    expect(parseModel(text)).toEqual(toModelFile(request));
  });

  it('judges as the page: scores within 1e-6 of their size, the same words, similarity and probability', () => {
    const { novelty, calibration } = request;
    if (!novelty || calibration?.status !== 'ready') throw new Error('these photos teach nothing');
    for (let photo = 0; photo < 30; photo++) {
      const row = someRow(FEATURE_COUNTS[kind], photo % count);
      const logits = kind === 'logits' ? row : someRow(1000, photo % count);
      const page = judge(classifier, row);
      const found = judgeFeatures(model, row, logits);
      const similarity = nearestPhotos(units, logits, 1)[0]?.similarity ?? NaN;
      const neither = isNovel(novelty, similarity);
      expect(Math.abs(found.score - page.score)).toBeLessThan(1e-6 * Math.max(1, Math.abs(page.score)));
      expect(found.verdict).toBe(neither ? 'neither' : page.label);
      expect(found.similarity).toBeCloseTo(similarity, 6);
      const winner = classifier.labels.indexOf(page.label);
      const probability = neither ? null : (probabilities(calibration, page.scores)[winner] ?? NaN);
      if (probability === null) expect(found.probability).toBeNull();
      else expect(found.probability).toBeCloseTo(probability, 6);
      expect(judgeScores(model, found.scores, logits)).toEqual(found);
    }
  });

  it('is small: hardly more than its numbers', () => {
    const numbers = FEATURE_COUNTS[kind] * (count === 2 ? 2 : 4);
    expect(text.length).toBeLessThan(4000 + 13 * numbers);
  });
});

describe('without what some models lack', () => {
  const { request, units } = makeModel('logits', 2);
  const row = someRow(1000, 0);

  it('says nothing of likeness where novelty.f32 is not at hand', () => {
    const found = judgeFeatures(loadModel(toModelFile(request), null), row, row);
    expect(found).toMatchObject({ similarity: null, verdict: found.label });
  });

  it('calls nothing neither where that was switched off, but still tells the likeness', () => {
    const model = loadModel(toModelFile({ ...request, neither: false }), writeNovelty(units).buffer);
    const unlike = row.map((value) => -value);
    const found = judgeFeatures(model, unlike, unlike);
    expect(found.similarity).toBeLessThan(0);
    expect(found.verdict).toBe(found.label);
  });

  it('has no probability without a calibration', () => {
    const withheld = { status: 'withheld', reason: 'few', least: 2 } as const;
    for (const calibration of [null, withheld]) {
      const model = loadModel(parseModel(writeModel({ ...request, calibration, novelty: null })), null);
      expect(judgeFeatures(model, row, row).probability).toBeNull();
    }
  });

  it('refuses rows of another model', () => {
    const file = toModelFile(request);
    expect(() => loadModel(file, writeNovelty(units.slice(1)).buffer)).toThrow('16 rows of 1000');
  });
});

describe('reading', () => {
  const good = toModelFile(makeModel('logits', 2).request);
  const change = (changes: Partial<Record<keyof ModelFile, unknown>>) =>
    JSON.stringify({ ...good, ...changes });

  it.each([
    ['no JSON', '{'],
    ['another format', change({ format: 'binsight-project' })],
    ['a newer version', change({ version: 2 })],
    ['one label twice', change({ labels: ['a', 'a'] })],
    ['a label more than boundaries', change({ labels: ['a', 'b', 'c'] })],
    ['weights of other features', change({ features: { kind: 'pool5', count: 1024 } })],
    ['a number that is none', change({ scaling: { ...good.scaling, rms: null } })],
    ['an rms of 0', change({ scaling: { ...good.scaling, rms: 0 } })],
    ['a field too many', change({ ['extra' as keyof ModelFile]: 1 })],
  ])('refuses %s', (_, text) => {
    expect(() => parseModel(text)).toThrow(expect.objectContaining({ code: 'model-unknown' }));
  });
});

it('rounds to the shortest decimal of the same float32', () => {
  for (let i = 0; i < 2000; i++) {
    const value = (random() - 0.5) * 10 ** (20 * random() - 10);
    expect(Math.fround(roundToFloat32(value))).toBe(Math.fround(value));
    expect(String(roundToFloat32(value)).replace(/e.*|\D/g, '').length).toBeLessThanOrEqual(22);
  }
  expect(roundToFloat32(Math.fround(0.1))).toBe(0.1);
  expect(roundToFloat32(0)).toBe(0);
});

it('the published schema of the model is the one that the page reads by', () => {
  const published = new URL('../../../../src/export/model/model.schema.json', import.meta.url);
  expect(readFileSync(published, 'utf8'), 'run npx tsx scripts/write-model-schema.ts').toBe(
    modelJsonSchema(),
  );
});
