// The photo that comes out wrong, with the signs that scores have everywhere.

import { describe, expect, it } from 'vitest';
import { holdOut } from '../../../../src/core/evaluation/heldOut.ts';
import type { Project } from '../../../../src/store/project.ts';
import { judgePhoto } from '../../../../src/store/verdicts.ts';
import { leftOutVerdict, worstRow } from '../../../../src/ui/talk/slides/leftOut.ts';
import { EMPTY_PROJECT, photo, projectWith, readyWork, trainedOn } from '../../../support/project.ts';

/** Photos by what they are like; the last one of the second bin is like the first bin's. */
const WORK = {
  a1: readyWork('a1', 5, 1, 0),
  a2: readyWork('a2', 5, 0, 1),
  a3: readyWork('a3', 4, 1, 1),
  b1: readyWork('b1', 0, 5, 1),
  b2: readyWork('b2', 1, 5, 0),
  stray: readyWork('stray', 5, 1, 1),
  c1: readyWork('c1', 0, 0, 5),
  c2: readyWork('c2', 1, 0, 5),
};
const two = projectWith(
  ...['a1', 'a2', 'a3'].map((key) => photo(key, 'bin-1')),
  ...['b1', 'b2', 'stray'].map((key) => photo(key, 'bin-2')),
);
const three: Project = {
  ...two,
  bins: [...EMPTY_PROJECT.bins, { id: 'bin-3', label: 'third' }],
  photos: [...two.photos, photo('c1', 'bin-3'), photo('c2', 'bin-3')],
};

function worstOf(project: Project) {
  const trained = trainedOn(project, WORK);
  const { labels, rows, targets, kind, C } = trained.set;
  const heldOut = holdOut({ labels, rows: rows.map((row) => row[kind]), targets, C, seed: 1 });
  const row = worstRow(heldOut, targets);
  return { trained, row, verdict: leftOutVerdict(trained, heldOut, row) };
}

describe('of two bins', () => {
  it('is below 0 on the first one’s side', () => {
    const { trained, row, verdict } = worstOf(two);
    expect(trained.set.sha256s[row]).toBe('stray');
    expect(verdict).toMatchObject({ binId: 'bin-1', sides: ['bin-1', 'bin-2'], distance: null });
    expect(verdict?.score).toBeLessThan(0);
    // As of any other photo that lies there.
    expect(judgePhoto(trained, WORK.a1.features, { neither: false })).toMatchObject({
      binId: 'bin-1',
      score: expect.toSatisfy((score: number) => score < 0),
    });
  });

  it('names the bins of those most like it, itself left out', () => {
    expect(worstOf(two).verdict?.alike.slice(0, 3)).toEqual(['bin-1', 'bin-1', 'bin-1']);
    expect(worstOf(two).verdict?.alike).toHaveLength(5);
  });
});

it('of three bins is above 0 on the side of the one that it is taken for', () => {
  const { verdict } = worstOf(three);
  expect(verdict).toMatchObject({ binId: 'bin-1', sides: [null, 'bin-1'] });
  expect(verdict?.score).toBeGreaterThan(0);
});

it('is none where all come out right', () => {
  const heldOut = { predicted: [0, 1], scores: [[1, -1], null] };
  expect(worstRow(heldOut, [0, 1])).toBe(-1);
  expect(leftOutVerdict(trainedOn(two, WORK), heldOut, -1)).toBeNull();
});
