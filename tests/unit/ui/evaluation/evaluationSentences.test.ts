// The evaluation in words: every sentence holds for the numbers that it was made of.

import { describe, expect, it } from 'vitest';
import type { Contender, HoldingOut, MorePhotos, PhotoMap } from '../../../../src/core/evaluation/types.ts';
import type { Evaluation } from '../../../../src/store/state.ts';
import {
  agreementText,
  basisSentence,
  coordinates,
  heldOutName,
  heldOutText,
  mapDescription,
  moreSentence,
  pointSentence,
  sideName,
  tidyNumber,
  weightText,
} from '../../../../src/ui/evaluation/evaluationSentences.ts';
import { en } from '../../../../src/ui/words/en.tsx';
import { photo, projectWith, readyWork, trainedOn } from '../../../support/project.ts';

describe('would five more photos help?', () => {
  const gain = { from: 5, to: 9, gain: 0.064, error: 0.0125 };

  it.each<[MorePhotos, RegExp]>([
    [
      { status: 'rising', gain },
      /^Probably: it is still getting better \(\+6 points from 5 to 9 photos per bin, give or take 3\)\.$/,
    ],
    [
      { status: 'flat', gain },
      /^Hardly: it has stopped getting better \(\+6 points from 5 to 9 .*\)\. Other features/,
    ],
    [
      { status: 'unknown', gain },
      /^Hard to say from these: \+6 points from 5 to 9 photos per bin, give or take 3\.$/,
    ],
    [{ status: 'unknown', gain: null }, /^That takes three photos in each bin to tell\.$/],
  ])('%j', (more, words) => {
    expect(moreSentence(more)).toMatch(words);
  });

  it('hardly, where all comes out right: with how many photos', () => {
    const sentence = moreSentence({ status: 'perfect', gain: { ...gain, gain: 0 } });
    expect(sentence).toMatch(/^Hardly: with 9 photos per bin it is right/);
    expect(sentence).not.toContain('points');
  });

  it('gives a loss its minus, and never an error of nothing', () => {
    expect(moreSentence({ status: 'unknown', gain: { ...gain, gain: -0.02, error: 0.001 } })).toContain(
      '\u22122 points from 5 to 9 photos per bin, give or take 1.',
    );
  });
});

describe('what an accuracy rests on', () => {
  const trained = trainedOn(projectWith(photo('a', 'bin-1'), photo('b', 'bin-2')), {
    a: readyWork('a', 1),
    b: readyWork('b', 2),
  });
  const evaluation = (holding: HoldingOut, tried: number): Evaluation => ({
    of: trained,
    heldOut: {
      holding,
      tried,
      right: tried,
      accuracy: 1,
      balancedAccuracy: 1,
      scores: [],
      predicted: [],
      confusion: [],
    },
    calibration: { status: 'withheld', reason: 'few', least: 0 },
    ms: 1,
  });

  it('is said by how photos were left out', () => {
    expect(basisSentence(null)).toBe('');
    expect(basisSentence(evaluation({ method: 'leave-one-out', folds: 20 }, 20))).toBe(
      'Tried on 20 photos, each left out in turn.',
    );
    expect(basisSentence(evaluation({ method: 'leave-one-out', folds: 1 }, 1))).toContain('1 photo,');
    expect(basisSentence(evaluation({ method: 'k-fold', folds: 10 }, 500))).toBe(
      'Tried on 500 photos, left out in 10 groups.',
    );
  });
});

describe('a contender', () => {
  const contender = (right: number, tried: number): Contender<string> => ({
    name: 'x',
    right,
    tried,
    accuracy: tried > 0 ? right / tried : null,
    testLabels: [],
    ms: 1,
  });

  it('is right so often', () => {
    expect(heldOutText(contender(16, 20))).toBe('16 of 20');
    expect(heldOutName(contender(16, 20))).toBe('16 of 20 photos right, held out: 80 %');
    expect(heldOutText(contender(0, 20))).toBe('0 of 20');
  });

  it('is not called wrong where nothing could be tried', () => {
    expect(heldOutText(contender(0, 0))).toBe('too few');
    expect(heldOutName(contender(0, 0))).toBe('No photo could be held out');
  });

  it('agrees with the one in use', () => {
    expect(agreementText({ same: 5, of: 7 })).toBe('5 of 7 as in use');
    expect(agreementText({ same: 0, of: 0 })).toBe('no test photos');
    expect(agreementText(null)).toBe('no test photos');
  });
});

describe('numbers', () => {
  it.each([
    [0.001, '0.001'],
    [0.02, '0.02'],
    [1, '1'],
    [10, '10'],
    [1000, '1000'],
    [0.1 + 0.2, '0.3'],
  ])('%d as %s', (value, text) => {
    expect(tidyNumber(value)).toBe(text);
  });

  it('of weights have no sign, of places always one', () => {
    expect([weightText(0.01234), weightText(-0.01236)]).toEqual(['0.0123', '0.0124']);
    expect(coordinates([-1, 0.256])).toBe('\u22121.00, +0.26');
  });
});

describe('names', () => {
  it('of cells are of one photo or of several', () => {
    const { cell } = en.evaluation.matrix;
    expect(cell(1, 'classic', 'modern')).toBe('1 photo of classic that looks like modern');
    expect(cell(2, 'classic', 'modern')).toBe('2 photos of classic that look like modern');
    expect(cell(0, 'classic', 'modern')).toBe('0 photos of classic that look like modern');
  });

  it('of bins are cut where there is no room', () => {
    expect(sideName('a'.repeat(18))).toBe('a'.repeat(18));
    expect(sideName('a'.repeat(19))).toBe(`${'a'.repeat(17)}…`);
  });
});

describe('pictures in words', () => {
  it('the learning curve', () => {
    expect(pointSentence({ perBin: 1, mean: 0.8, low: 0.65, high: 1, error: 0.01 })).toBe(
      'With 1 photo per bin: 80 % right on average; eight of ten tries lie between 65 % and 100 %.',
    );
    expect(en.evaluation.curve.note(300)).toContain('300 random choices');
  });

  it('the map, with what there is on it', () => {
    const map: PhotoMap = {
      rows: [
        [0, 0],
        [1, 1],
      ],
      tests: [[2, 2]],
      shares: [0.23, 0.105],
      directionsFrom: 2,
      boundary: { normal: [1, 0], bias: 0 },
    };
    const all = mapDescription(map, ['classic', 'modern']);
    expect(all).toMatch(
      /^2 photos in bins and 1 photo to test, .*: 23 % of all differences across, 11 % upwards\./,
    );
    expect(all).toContain('would turn, in this plane, from classic to modern');
    const less = mapDescription({ ...map, tests: [], boundary: null }, ['a', 'b', 'c']);
    expect(less).not.toMatch(/to test|line|directions/);
    expect(mapDescription({ ...map, directionsFrom: 1 }, ['a', 'b'])).toContain('found from 1 of them.');
  });
});
