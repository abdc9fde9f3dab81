// Dreams as the page sees them, with a worker that is a fake: which pictures come, when they end, and what fails.

import { beforeEach, describe, expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { createDreams, DREAM_STEPS, type Dreams } from '../../../src/store/dreaming.ts';
import type { DreamerApi, DreamGoal, DreamPicture, DreamRequest } from '../../../src/workers/contract.ts';
import { FakeClient, settle } from '../../support/fakeClient.ts';

const GOAL: DreamGoal = { stage: 'inception_4c', channel: 7 };
const CHANNEL_8: DreamGoal = { ...GOAL, channel: 8 };

let begun: DreamRequest[];
let done: number;
/** What the worker does before it answers; may throw. */
let atBegin: () => Promise<void> | void;
let atStep: (step: number) => Promise<void> | void;
let dreamer: FakeClient<DreamerApi>;
let dreams: Dreams;

beforeEach(() => {
  begun = [];
  done = 0;
  atBegin = () => undefined;
  atStep = () => undefined;
  dreamer = new FakeClient<DreamerApi>({
    takeModel: () => Promise.reject(new Error('not asked for here')),
    async begin(request) {
      begun.push(request);
      await atBegin();
    },
    async next() {
      done++;
      await atStep(done);
      return done > DREAM_STEPS
        ? null
        : { step: done, score: done, side: 1, pixels: new Uint8ClampedArray(4) };
    },
  });
  dreams = createDreams({ dreamer }, { read: (key) => Promise.resolve(new Blob([key])) });
});

/** @param end after so many pictures nobody wants more */
function dream(goal = GOAL, end = Number.POSITIVE_INFINITY) {
  const pictures: DreamPicture[] = [];
  const wake = new AbortController();
  const take = (picture: DreamPicture) => {
    pictures.push(picture);
    if (pictures.length >= end) wake.abort();
  };
  return { pictures, wake, over: dreams.dream('a photo', goal, take, wake.signal) };
}

describe('a dream', () => {
  it('begins with the photo’s bytes and gives every step, in order', async () => {
    const { pictures, over } = dream();
    await over;
    expect(await begun[0]?.photo.text()).toBe('a photo');
    expect(begun[0]?.goal).toEqual(GOAL);
    expect(pictures.map(({ step }) => step)).toEqual(Array.from({ length: DREAM_STEPS }, (_, i) => i + 1));
  });

  it('asks for sizes that the network can be gone back through, the last one the largest', async () => {
    await dream(GOAL, 1).over;
    const { sides, steps } = begun[0]?.settings ?? { sides: [], steps: 0 };
    expect(sides).toEqual([...sides].sort((a, b) => a - b));
    expect(sides.filter((side) => side % 32 !== 0)).toEqual([]);
    expect(sides.length * steps).toBe(DREAM_STEPS);
  });

  it('ends when nobody wants more: no further step is asked for, and none is given', async () => {
    const { pictures, over } = dream(GOAL, 3);
    await over;
    await settle();
    expect([pictures.length, done]).toEqual([3, 3]);
  });

  it('ends before it has begun', async () => {
    const { wake, over } = dream();
    wake.abort();
    await over;
    expect([begun.length, done]).toEqual([0, 0]);
  });

  it('is ended by a newer one', async () => {
    const first = dream();
    atStep = (step) => {
      if (step === 2) void dream(CHANNEL_8, 1).over;
    };
    await first.over;
    await settle();
    expect(begun.map(({ goal }) => goal)).toEqual([GOAL, CHANNEL_8]);
    expect(first.pictures.map(({ step }) => step)).toEqual([1]);
  });
});

describe('what fails', () => {
  it('is told: a photo that is lost, one that cannot be decoded, a worker that dies', async () => {
    const lost = createDreams({ dreamer }, { read: () => Promise.reject(new BinsightError('photo-lost')) });
    await expect(
      lost.dream('a photo', GOAL, () => undefined, new AbortController().signal),
    ).rejects.toMatchObject({ code: 'photo-lost' });
    atBegin = () => Promise.reject(new BinsightError('photo-undecodable'));
    await expect(dream().over).rejects.toMatchObject({ code: 'photo-undecodable' });
    atBegin = () => undefined;
    atStep = (step) => {
      if (step === 2) dreamer.die();
    };
    const { pictures, over } = dream();
    await expect(over).rejects.toMatchObject({ code: 'worker-failed' });
    expect(pictures).toHaveLength(1);
  });

  it('is no news once nobody wants the dream', async () => {
    const { wake, over } = dream();
    atStep = () => {
      wake.abort();
      throw new Error('too late to matter');
    };
    await expect(over).resolves.toBeUndefined();
  });

  it('leaves a worker for the next dream', async () => {
    atStep = (step) => {
      if (step === 1) dreamer.die();
    };
    await expect(dream().over).rejects.toMatchObject({ code: 'worker-failed' });
    const { pictures, over } = dream(GOAL, 2);
    await over;
    expect(pictures).toHaveLength(2);
    expect(dreamer.starts).toBe(2);
  });
});

describe('rest', () => {
  it('ends the dream quietly and stops the worker; the next dream starts it anew', async () => {
    const { pictures, over } = dream();
    atStep = (step) => {
      if (step === 2) dreams.rest();
    };
    await expect(over).resolves.toBeUndefined();
    expect(pictures).toHaveLength(1);
    await dream(GOAL, 1).over;
    expect(dreamer.starts).toBe(2);
  });
});
