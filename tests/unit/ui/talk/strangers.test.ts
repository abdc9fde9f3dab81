// Who shows that a photo can be none of the kinds.

import { expect, it } from 'vitest';
import { photosIn, TRAY } from '../../../../src/store/project.ts';
import { findStranger } from '../../../../src/ui/talk/slides/strangers.ts';
import { features, photo, projectWith, readyWork, trainedOn } from '../../../support/project.ts';

const work = {
  a1: readyWork('a1', 5, 1, 0, 0),
  a2: readyWork('a2', 5, 0.9, 0, 0),
  b1: readyWork('b1', 1, 5, 0, 0),
  b2: readyWork('b2', 0.9, 5, 0, 0),
  like: readyWork('like', 5, 1.1, 0, 0),
  unlike: readyWork('unlike', 0, 0, 5, 0),
  read: { status: 'queued' as const },
};
const project = projectWith(
  photo('a1', 'bin-1'),
  photo('a2', 'bin-1'),
  photo('b1', 'bin-2'),
  photo('b2', 'bin-2'),
  photo('read', TRAY),
  photo('like', TRAY),
  photo('unlike', TRAY),
);
const trained = trainedOn(project, work);
const tests = photosIn(project, TRAY);
const known = tests.filter(({ key }) => key !== 'unlike');
const cat = features(0, 0, 0, 5);
const knownCat = features(5, 1, 0, 0);

it('is the cat where it is like none of them', () => {
  expect(findStranger(trained, cat, tests, work)).toMatchObject({ photo: null, verdict: { neither: true } });
});

it('is the first test photo that is, where the cat is missing or its kind has been learned', () => {
  for (const missing of [null, knownCat]) {
    expect(findStranger(trained, missing, tests, work)).toMatchObject({
      photo: { key: 'unlike' },
      verdict: { neither: true },
    });
  }
});

it('is nobody, or a cat that is not neither, where all are alike', () => {
  expect(findStranger(trained, null, known, work)).toBeNull();
  expect(findStranger(trained, knownCat, known, work)).toMatchObject({
    photo: null,
    verdict: { neither: false },
  });
});
