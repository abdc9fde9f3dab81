// Bins as people fill them: tiny, lopsided, doubled, empty, broken.
import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { judge } from '../../../src/core/judge.ts';
import type { TrainingInput } from '../../../src/core/prepareTraining.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import type { Boundary, Classifier } from '../../../src/core/types.ts';

const labels = ['classic', 'modern'];
const photo = (...features: number[]) => Float32Array.from(features);

function train(set: Partial<TrainingInput>): Classifier {
  return trainClassifier({ labels, rows: [], targets: [], ...set });
}

function firstBoundary({ boundaries }: Classifier): Boundary {
  return (boundaries as [Boundary])[0];
}

describe('two bins', () => {
  it('with one photo each: the boundary halves the way between them', () => {
    const classifier = train({ rows: [photo(0, 0), photo(4, 0)], targets: [0, 1] });
    expect(judge(classifier, photo(0, 0))).toMatchObject({ label: 'classic' });
    expect(judge(classifier, photo(0, 0)).score).toBeCloseTo(-1, 5);
    expect(judge(classifier, photo(4, 0)).score).toBeCloseTo(1, 5);
    expect(judge(classifier, photo(2, 7)).score).toBeCloseTo(0, 5);
    // rms is 2 here, so the photos lie at distance 1 of the boundary.
    expect(judge(classifier, photo(4, 0)).distance).toBeCloseTo(1, 5);
    expect(firstBoundary(classifier).supportVectors).toEqual([0, 1]);
  });

  it('with the same photo in both: no direction, distance 0, no NaN', () => {
    const classifier = train({ rows: [photo(3, 1), photo(3, 1)], targets: [0, 1] });
    expect(classifier.scaling.rms).toBe(1);
    expect(firstBoundary(classifier).norm).toBe(0);
    expect(judge(classifier, photo(9, 9))).toEqual({
      label: 'classic',
      score: 0,
      distance: 0,
      scores: [-0, 0],
    });
  });

  it('with one shared photo among others: learns from the others', () => {
    const rows = [photo(1, 5), photo(0, 5), photo(1, 5), photo(2, 5)];
    const classifier = train({ rows, targets: [0, 0, 1, 1] });
    expect(judge(classifier, photo(0, 5)).label).toBe('classic');
    expect(judge(classifier, photo(2, 5)).label).toBe('modern');
    expect(judge(classifier, photo(1, 5)).score).toBeCloseTo(0, 5);
  });

  it('with constant features: these get no weight', () => {
    const classifier = train({ rows: [photo(7, 0, 0), photo(7, 1, 0)], targets: [0, 1] });
    expect([...firstBoundary(classifier).weights].map((w) => w === 0)).toEqual([true, false, true]);
  });

  it('with 20 photos against 1: separable photos all land in their own bin', () => {
    const random = mulberry32(5);
    const many = Array.from({ length: 20 }, () => photo(random(), random(), random()));
    const rows = [...many, photo(3, 3, 3)];
    const classifier = train({ rows, targets: rows.map((_, i) => (i < 20 ? 0 : 1)), C: 100 });
    expect(rows.map((row) => judge(classifier, row).label)).toEqual(
      rows.map((_, i) => labels[i < 20 ? 0 : 1]),
    );
    expect(firstBoundary(classifier).gap).toBeLessThan(1e-4);
  });

  it('crosses a worker boundary unchanged', () => {
    const classifier = train({ rows: [photo(0), photo(4)], targets: [0, 1] });
    expect(structuredClone(classifier)).toEqual(classifier);
  });
});

describe('more bins', () => {
  const bins = ['north', 'east', 'south', 'west'];
  const centres = [photo(0, 9), photo(9, 0), photo(0, -9), photo(-9, 0)];
  const random = mulberry32(11);
  const around = (k: number) => (centres[k] ?? photo(0, 0)).map((z) => z + random());
  const targets = Array.from({ length: 20 }, (_, i) => i % 4);

  it('one against the rest: every photo in its own bin, the largest score wins', () => {
    const classifier = train({ labels: bins, rows: targets.map(around), targets });
    expect(classifier.boundaries.length).toBe(4);
    for (const [k, label] of bins.entries()) {
      const verdict = judge(classifier, around(k));
      expect(verdict.label).toBe(label);
      expect(verdict.scores.length).toBe(4);
      expect(verdict.score).toBe(Math.max(...verdict.scores));
      expect(verdict.distance).toBeCloseTo(verdict.score / (classifier.boundaries[k]?.norm ?? NaN), 12);
    }
  });

  it('leaves out bins without photos; two left make one boundary', () => {
    const classifier = train({ labels: bins, rows: [photo(0, 9), photo(0, -9)], targets: [0, 2] });
    expect(classifier.labels).toEqual(['north', 'south']);
    expect(classifier.boundaries.length).toBe(1);
    expect(judge(classifier, photo(1, -4)).label).toBe('south');
  });
});

describe('what cannot be trained on', () => {
  const rows = [photo(0, 1), photo(1, 0)];

  it.each([
    ['no photos', {}, 'train-too-few', { bins: 0, photos: 0 }],
    ['one bin only', { rows, targets: [1, 1] }, 'train-too-few', { bins: 1, photos: 2 }],
    [
      'NaN',
      { rows: [photo(0, 1), photo(1, NaN)], targets: [0, 1] },
      'train-not-finite',
      { row: 1, feature: 1 },
    ],
    [
      '-Infinity',
      { rows: [photo(-Infinity, 1), photo(1, 0)], targets: [0, 1] },
      'train-not-finite',
      { row: 0 },
    ],
    ['mixed lengths', { rows: [photo(0, 1), photo(1)], targets: [0, 1] }, 'train-failed', { row: 1 }],
    ['unknown bin', { rows, targets: [0, 2] }, 'train-failed', { target: 2 }],
    ['missing target', { rows, targets: [0] }, 'train-failed', { rows: 2, targets: 1 }],
    ['C = 0', { rows, targets: [0, 1], C: 0 }, 'train-failed', { C: 0 }],
  ] as const)('%s', (_, set, code, detail) => {
    let thrown: unknown;
    try {
      train(set);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(BinsightError);
    expect(thrown).toMatchObject({ code, detail });
  });

  it('judging refuses rows of another length, and rows that are not finite', () => {
    const classifier = train({ rows, targets: [0, 1] });
    expect(() => judge(classifier, photo(1, 2, 3))).toThrow(/3 features.*2/);
    expect(() => judge(classifier, photo(1, NaN))).toThrow(/not finite/);
  });
});
