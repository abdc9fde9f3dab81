// Photos that look as if they lay in the wrong bin.

import { describe, expect, it } from 'vitest';
import { holdOut } from '../../../src/core/evaluation/heldOut.ts';
import { doubtKey, doubtsOf } from '../../../src/store/doubts.ts';
import * as project from '../../../src/store/project.ts';
import type { Evaluation, PhotoWork } from '../../../src/store/state.ts';
import { photo, projectWith, readyWork, trainedOn } from '../../support/project.ts';

/** Photos near 0 are of the first bin's kind, those near 10 of the second's; hashes are not in the order of keys. */
const work: Record<string, PhotoWork> = {
  a: readyWork('sha-9', 0, 1),
  b: readyWork('sha-7', 1, 0),
  c: readyWork('sha-8', 0.5, 0.5),
  stray: readyWork('sha-stray', 10, 10.5),
  x: readyWork('sha-3', 10, 11),
  y: readyWork('sha-1', 11, 10),
  z: readyWork('sha-2', 10.5, 10.5),
};
const rightly = [...'abc']
  .map((key) => photo(key, 'bin-1'))
  .concat([...'xyz'].map((key) => photo(key, 'bin-2')));

function evaluate(of: ReturnType<typeof trainedOn>): Evaluation {
  const { labels, rows, targets, C } = of.set;
  const heldOut = holdOut({ labels, rows: rows.map(({ logits }) => logits), targets, C, seed: 1 });
  return { of, heldOut, calibration: { status: 'withheld', reason: 'few', least: 0 }, ms: 1 };
}
const withStray = (...places: readonly string[]) =>
  projectWith(...rightly, ...places.map((place, i) => photo(i === 0 ? 'stray' : `stray${i}`, place)));

describe('doubts', () => {
  it('are none where every photo comes out right, and before anything was evaluated', () => {
    expect(doubtsOf(evaluate(trainedOn(projectWith(...rightly), work))).size).toBe(0);
    expect(doubtsOf(null).size).toBe(0);
  });

  it('name the photo that looks like another bin’s, that bin, and both scores', () => {
    const evaluation = evaluate(trainedOn(withStray('bin-1'), work));
    const doubts = doubtsOf(evaluation);
    expect([...doubts.keys()]).toEqual([doubtKey('bin-1', 'sha-stray')]);
    const row = evaluation.of.set.sha256s.indexOf('sha-stray');
    const [own = NaN, other = NaN] = evaluation.heldOut.scores[row] ?? [];
    expect(doubts.get(doubtKey('bin-1', 'sha-stray'))).toEqual({
      binId: 'bin-2',
      score: other,
      ownScore: own,
    });
    expect(other).toBeGreaterThan(0);
    expect(own).toBe(-other);
  });

  it('are not raised against the same photo where it lies rightly', () => {
    const twice = trainedOn(withStray('bin-1', 'bin-2'), { ...work, stray1: work.stray as PhotoWork });
    const doubts = doubtsOf(evaluate(twice));
    expect(doubts.has(doubtKey('bin-1', 'sha-stray'))).toBe(true);
    expect(doubts.has(doubtKey('bin-2', 'sha-stray'))).toBe(false);
  });

  it('go by bins, not by their places: an empty one before them changes nothing', () => {
    const moved = project.movePhotos(
      project.addBin(withStray('bin-1'), 'third'),
      new Set([...'xyz']),
      'bin-3',
    );
    const doubts = doubtsOf(evaluate(trainedOn(moved, work)));
    expect([...doubts].map(([key, { binId }]) => [key, binId])).toEqual([['bin-1 sha-stray', 'bin-3']]);
  });

  it('are not raised against a photo that is alone in its bin: nothing can be said of it', () => {
    const alone = projectWith(photo('stray', 'bin-1'), ...rightly.filter(({ place }) => place === 'bin-2'));
    const evaluation = evaluate(trainedOn(alone, work));
    expect(evaluation.heldOut.predicted).toContain(null);
    expect(doubtsOf(evaluation).has(doubtKey('bin-1', 'sha-stray'))).toBe(false);
  });

  it('are looked for once per evaluation: the page asks for every tile', () => {
    const evaluation = evaluate(trainedOn(withStray('bin-1'), work));
    expect(doubtsOf(evaluation)).toBe(doubtsOf(evaluation));
    expect(doubtsOf({ ...evaluation })).not.toBe(doubtsOf(evaluation));
  });
});
