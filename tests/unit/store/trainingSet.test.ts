// What there is to learn from, and when it counts as changed.

import { describe, expect, it } from 'vitest';
import * as project from '../../../src/store/project.ts';
import { TRAY } from '../../../src/store/project.ts';
import { trainingSet } from '../../../src/store/trainingSet.ts';
import { features, photo, projectWith, readyWork } from '../../support/project.ts';

const four = projectWith(photo('a', 'bin-1'), photo('b', 'bin-2'), photo('c', 'bin-1'), photo('t', TRAY));
const work = {
  a: readyWork('sha-a', 1),
  b: readyWork('sha-b', 2),
  c: readyWork('sha-c', 3),
  t: readyWork('sha-t', 4),
};
const { signature } = trainingSet(four, work);

describe('the training set', () => {
  it('holds the ready photos bin by bin, and nothing of the tray', () => {
    expect(trainingSet(four, work)).toMatchObject({
      binIds: ['bin-1', 'bin-2'],
      labels: ['classic', 'modern'],
      rows: [features(1), features(3), features(2)],
      targets: [0, 0, 1],
    });
  });

  it('leaves out bins without a ready photo, and photos that are not ready', () => {
    const three = project.addBin(four, 'third');
    const more = project.addPhotos(three, [photo('d', 'bin-3'), photo('e', 'bin-3'), photo('f', 'bin-1')]);
    const waiting = { ...work, d: { status: 'queued' as const }, f: { status: 'reading' as const } };
    expect(trainingSet(more, waiting)).toEqual(trainingSet(four, work));
    const ready = { ...waiting, e: readyWork('sha-e', 5) };
    expect(trainingSet(more, ready)).toMatchObject({
      binIds: ['bin-1', 'bin-2', 'bin-3'],
      targets: [0, 0, 1, 2],
    });
  });

  it('has the photos of a bin in the order of their hashes, whatever the order in which they came', () => {
    const reversed = projectWith(...four.photos.toReversed());
    expect(trainingSet(reversed, work)).toEqual(trainingSet(four, work));
    const swapped = { ...work, a: readyWork('sha-z', 1) };
    const set = trainingSet(four, swapped);
    expect(set.sha256s).toEqual(['sha-c', 'sha-z', 'sha-b']);
    expect(set.rows).toEqual([features(3), features(1), features(2)]);
  });

  it('holds all kinds of features, and says which of them counts, and C', () => {
    const set = trainingSet(project.changeSettings(four, { features: 'pool5', C: 0.5 }), work);
    expect(set).toMatchObject({ kind: 'pool5', C: 0.5 });
    expect(set.rows).toEqual(trainingSet(four, work).rows);
    expect(trainingSet(four, work)).toMatchObject({ kind: 'logits', C: 10 });
  });
});

describe('its signature stays the same', () => {
  it.each([
    ['a bin is renamed', project.renameBin(four, 'bin-1', 'old')],
    ['the tray changes', project.removePhotos(four, new Set(['t']))],
    ['an empty bin is added', project.addBin(four, 'third')],
    ['photos may be called neither, or not', project.changeSettings(four, { neither: false })],
    ['a photo comes that is not ready', project.addPhotos(four, [photo('new', 'bin-1')])],
  ])('when %s', (_, changed) => {
    expect(trainingSet(changed, work).signature).toBe(signature);
  });

  it('for the same photos under other keys', () => {
    const again = projectWith(photo('x', 'bin-1'), photo('y', 'bin-2'), photo('z', 'bin-1'));
    expect(trainingSet(again, { x: work.a, y: work.b, z: work.c }).signature).toBe(signature);
  });
});

describe('its signature changes', () => {
  it.each([
    ['a photo goes', project.removePhotos(four, new Set(['c']))],
    ['a photo changes its bin', project.movePhotos(four, new Set(['c']), 'bin-2')],
    ['a photo comes from the tray', project.movePhotos(four, new Set(['t']), 'bin-1')],
    ['a bin goes', project.removeBin(four, 'bin-2')],
    ['other features count', project.changeSettings(four, { features: 'pool5' })],
    ['C changes', project.changeSettings(four, { C: 10.5 })],
  ])('when %s', (_, changed) => {
    expect(trainingSet(changed, work).signature).not.toBe(signature);
  });

  it('when a bin takes the place of another', () => {
    const moved = project.movePhotos(project.addBin(four, 'third'), new Set(['b']), 'bin-3');
    expect(trainingSet(moved, work).signature).not.toBe(signature);
  });

  it('when the same photo lies twice', () => {
    const twice = project.addPhotos(four, [photo('d', 'bin-1')]);
    expect(trainingSet(twice, { ...work, d: work.a }).signature).not.toBe(signature);
  });
});
