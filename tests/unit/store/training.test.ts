// When the SVM learns: one training at a time, the newest state wins. Trainings end here when the test says so.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { holdOut } from '../../../src/core/evaluation/heldOut.ts';
import { record } from '../../../src/store/history.ts';
import type { PhotoKey, Place, Project } from '../../../src/store/project.ts';
import * as project from '../../../src/store/project.ts';
import { TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';
import { createTraining } from '../../../src/store/training.ts';
import type { TrainerApi, TrainRequest } from '../../../src/workers/contract.ts';
import { type Deferred, defer, FakeClient, settle } from '../../support/fakeClient.ts';
import { trainAnswer } from '../../support/fakeWorkers.ts';
import { photo, readyWork } from '../../support/project.ts';

type Answer = Awaited<ReturnType<TrainerApi['train']>>;

let store: AppStore;
let trainer: FakeClient<TrainerApi>;
/** Every training that was asked for, in order. */
let asked: (Deferred<Answer> & { readonly request: TrainRequest })[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  asked = [];
  trainer = new FakeClient<TrainerApi>({
    train(request) {
      const answer = { ...defer<Answer>(), request };
      asked.push(answer);
      return answer.promise;
    },
  });
  store = createAppStore();
  const training = createTraining(store, trainer);
  store.subscribe(() => training.pump());
});
afterEach(() => vi.useRealTimers());

const change = (next: (current: Project) => Project) =>
  store.setState(({ history }) => ({ history: record(history, next(history.present)) }));

/** A photo that is ready at once; its key is its content. */
function add(key: PhotoKey, place: Place): void {
  store.setState(({ work }) => ({ work: { ...work, [key]: readyWork(key, key.charCodeAt(0), key.length) } }));
  change((p) => project.addPhotos(p, [photo(key, place)]));
}
const move = (key: PhotoKey, place: Place) => change((p) => project.movePhotos(p, new Set([key]), place));

/** Ends the training that was asked for last, or the one with this number, as the worker would. */
async function finish(number = asked.length - 1, ms = 5): Promise<void> {
  const training = asked[number];
  if (!training) throw new Error(`training ${number} was not asked for`);
  training.resolve({ ...trainAnswer(training.request), ms });
  await settle();
}
const never = (): never => {
  throw new Error('no training was asked for');
};
const later = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
const state = () => store.getState().training;
const trained = () => store.getState().trained;

describe('learning', () => {
  it('begins when a second bin has a photo', async () => {
    expect(state()).toEqual({ status: 'empty' });
    add('t', TRAY);
    expect(state()).toEqual({ status: 'empty' });
    add('a', 'bin-1');
    expect(state()).toEqual({ status: 'waiting', bins: ['bin-2'] });
    await settle();
    expect(asked).toEqual([]);
    add('b', 'bin-2');
    expect(state()).toEqual({ status: 'training', photos: 2 });
    await settle();
    await finish();
    expect(state()).toEqual({ status: 'ready' });
    expect(trained()).toMatchObject({
      set: { binIds: ['bin-1', 'bin-2'] },
      classifier: { photos: 2 },
      ms: 5,
    });
    expect(asked[0]?.request).toMatchObject({ labels: ['classic', 'modern'], targets: [0, 1] });
  });

  it('is not done again for what it would not see', async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
    await finish();
    const before = trained();
    add('t', TRAY);
    change((p) => project.renameBin(p, 'bin-1', 'old'));
    change((p) => project.addBin(p, 'third'));
    await settle();
    expect(asked.length).toBe(1);
    expect(trained()).toBe(before);
    expect(state()).toEqual({ status: 'ready' });
  });

  it('runs one training at a time, then one for the newest state alone', async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
    for (const key of [...'cdefg']) {
      add(key, 'bin-2');
      await settle();
    }
    expect(asked.length).toBe(1);
    await finish(0);
    expect(asked.length).toBe(2);
    expect(asked[1]?.request.rows.length).toBe(7);
    expect(state()).toEqual({ status: 'training', photos: 7 });
    // The answer for the bins as they were serves meanwhile.
    expect(trained()?.classifier.photos).toBe(2);
    await finish(1);
    expect(trained()?.classifier.photos).toBe(7);
    expect(asked.length).toBe(2);
    expect(trainer.mostPending).toBe(1);
    expect(trainer.starts).toBe(1);
  });

  it('learns anew from other features, and at another C; of all that a slider passes, from where it stops', async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
    await finish();
    expect(asked[0]?.request).toMatchObject({ C: 10, rows: [{ length: 2 }, { length: 2 }] });
    for (const C of [11, 12, 13]) {
      change((p) => project.changeSettings(p, { C }));
      await settle();
    }
    await finish(1);
    await finish(2);
    expect(asked.map(({ request }) => request.C)).toEqual([10, 11, 13]);
    expect(trained()).toMatchObject({ set: { C: 13 }, classifier: { C: 13 } });
    change((p) => project.changeSettings(p, { features: 'pool5' }));
    await settle();
    // Verdicts go by the old features until the new classifier is there.
    expect(trained()?.set.kind).toBe('logits');
    await finish();
    expect(asked[3]?.request).toMatchObject({
      rows: [{ length: 3 }, { length: 3 }],
      logits: [{ length: 2 }, { length: 2 }],
    });
    expect(trained()?.set.kind).toBe('pool5');
    // Photos are compared by their logits all the same.
    expect(trained()?.units.map(({ length }) => length)).toEqual([2, 2]);
    change((p) => project.changeSettings(p, { neither: false }));
    await settle();
    expect(asked.length).toBe(4);
  });

  it('keeps the photos at unit length beside it, and what is known of how alike they are', async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    add('c', 'bin-2');
    await settle();
    await finish();
    await finish();
    expect(trained()?.units.map(([x = NaN, y = NaN]) => Math.hypot(x, y))).toEqual(
      Array(3).fill(expect.closeTo(1, 12)),
    );
    expect(trained()?.novelty).toMatchObject({ photos: 2 });
  });

  it('keeps what was learned while it learns anew', async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
    await finish();
    add('c', 'bin-2');
    await settle();
    expect(state().status).toBe('training');
    expect(trained()?.classifier.photos).toBe(2);
  });

  it('ends with the newest state when a change is taken back before its end', async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    add('c', 'bin-2');
    await settle();
    await finish(0);
    await finish(1);
    move('c', 'bin-1');
    await settle();
    move('c', 'bin-2');
    await settle();
    await finish(2);
    await finish(3);
    expect(asked.map(({ request }) => request.targets.join(''))).toEqual(['01', '011', '001', '011']);
    expect(trained()?.classifier).toEqual(asked[3] && trainAnswer(asked[3].request).classifier);
    expect(state()).toEqual({ status: 'ready' });
  });
});

describe('a slow training', () => {
  beforeEach(async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
  });

  it('is cut short by a newer one after half a second', async () => {
    later(600);
    add('c', 'bin-2');
    await settle();
    expect(asked.map(({ request }) => request.rows.length)).toEqual([2, 3]);
    expect(trainer.starts).toBe(2);
    expect(state()).toEqual({ status: 'training', photos: 3 });
    await finish();
    expect(trained()?.classifier.photos).toBe(3);
    expect(state()).toEqual({ status: 'ready' });
  });

  it('may finish when the newer one comes sooner', async () => {
    later(400);
    add('c', 'bin-2');
    await settle();
    expect(asked.length).toBe(1);
    expect(trainer.starts).toBe(1);
  });

  it('is not cut short by what it would not see', async () => {
    later(600);
    add('t', TRAY);
    later(600);
    change((p) => project.renameBin(p, 'bin-1', 'old'));
    await settle();
    expect(trainer.starts).toBe(1);
    expect(state()).toEqual({ status: 'training', photos: 2 });
    await finish();
    expect(state()).toEqual({ status: 'ready' });
    expect(asked.length).toBe(1);
  });
});

describe('a training while photos are coming in', () => {
  /** A photo that has been dropped and is looked at; `arrive` ends that. */
  const drop = (key: PhotoKey, place: Place): void => {
    store.setState(({ work }) => ({ work: { ...work, [key]: { status: 'reading' } } }));
    change((p) => project.addPhotos(p, [photo(key, place)]));
  };
  const arrive = (key: PhotoKey): void =>
    store.setState(({ work }) => ({
      work: { ...work, [key]: readyWork(key, key.charCodeAt(0), key.length) },
    }));
  const sizes = () => asked.map(({ request }) => request.rows.length);

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    for (const key of [...'cdefg']) drop(key, 'bin-2');
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
    later(1000);
    await finish(0, 1000);
  });

  it('waits four times as long as the last one took, whatever becomes ready meanwhile', async () => {
    for (const key of [...'cde']) {
      later(1200);
      arrive(key);
      await settle();
    }
    expect(sizes()).toEqual([2]);
    expect(state()).toEqual({ status: 'ready' });
    later(500);
    await settle();
    expect(sizes()).toEqual([2, 5]);
    expect(state()).toEqual({ status: 'training', photos: 5 });
  });

  it('waits a quarter of a second at least', async () => {
    later(4000);
    arrive('c');
    await settle();
    expect(sizes()).toEqual([2, 3]);
    await finish(1, 2);
    later(200);
    arrive('d');
    await settle();
    expect(sizes()).toEqual([2, 3]);
    later(60);
    await settle();
    expect(sizes()).toEqual([2, 3, 4]);
  });

  it('does not wait for photos to test, nor once the last one is there', async () => {
    drop('t', TRAY);
    for (const key of [...'cdef']) arrive(key);
    await settle();
    expect(sizes()).toEqual([2]);
    arrive('g');
    await settle();
    expect(sizes()).toEqual([2, 7]);
    later(60_000);
    await settle();
    expect(sizes()).toEqual([2, 7]);
  });

  it('does not wait with what a person does', async () => {
    arrive('c');
    change((p) => project.changeSettings(p, { C: 3 }));
    await settle();
    expect(sizes()).toEqual([2, 3]);
    await finish(1, 1000);
    move('c', TRAY);
    await settle();
    expect(sizes()).toEqual([2, 3, 2]);
  });

  it('is not cut short by one more photo, and the next pause begins at its end', async () => {
    later(4000);
    arrive('c');
    await settle();
    expect(sizes()).toEqual([2, 3]);
    for (const key of [...'def']) {
      later(1000);
      arrive(key);
      await settle();
    }
    expect(trainer.starts).toBe(1);
    await finish(1, 3000);
    expect(trained()?.classifier.photos).toBe(3);
    later(11_900);
    await settle();
    expect(sizes()).toEqual([2, 3]);
    later(200);
    await settle();
    expect(sizes()).toEqual([2, 3, 6]);
  });

  it('is cut short by the last photo only after more than the last training took', async () => {
    later(4000);
    for (const key of [...'cdef']) arrive(key);
    await settle();
    later(1400);
    arrive('g');
    await settle();
    expect(trainer.starts).toBe(1);
    later(200);
    move('c', 'bin-1');
    await settle();
    expect(trainer.starts).toBe(2);
    expect(asked.at(-1)?.request.targets).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });
});

describe('a bin that becomes empty', () => {
  beforeEach(async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
  });

  it('takes what was learned with it', async () => {
    await finish();
    move('b', TRAY);
    expect(state()).toEqual({ status: 'waiting', bins: ['bin-2'] });
    expect(trained()).toBeNull();
    move('a', TRAY);
    expect(state()).toEqual({ status: 'empty' });
  });

  it('during a training: its answer is dropped', async () => {
    move('b', TRAY);
    await finish();
    expect(trained()).toBeNull();
    expect(state()).toEqual({ status: 'waiting', bins: ['bin-2'] });
  });

  it('and is filled again after the training has ended: it learns again', async () => {
    move('b', TRAY);
    await finish();
    move('b', 'bin-2');
    expect(state()).toEqual({ status: 'training', photos: 2 });
    await settle();
    await finish();
    expect(trained()?.classifier.photos).toBe(2);
    expect(state()).toEqual({ status: 'ready' });
  });

  it('and is filled again during the training: its answer serves', async () => {
    move('b', TRAY);
    move('b', 'bin-2');
    expect(state()).toEqual({ status: 'training', photos: 2 });
    await finish();
    expect(trained()?.classifier.photos).toBe(2);
    expect(state()).toEqual({ status: 'ready' });
    expect(asked.length).toBe(1);
  });
});

it('what was known of a classifier goes with it', async () => {
  add('a', 'bin-1');
  add('b', 'bin-2');
  await settle();
  await finish();
  const of = trained();
  if (!of) throw new Error('nothing was trained');
  const calibration = { status: 'withheld', reason: 'few', least: 0 } as const;
  store.setState({ evaluation: { of, heldOut: holdOut(asked[0]?.request ?? never()), calibration, ms: 1 } });
  store.setState({ closerLook: { of, tests: [] } });
  change((p) => project.removePhotos(p, new Set(['b'])));
  expect(store.getState()).toMatchObject({ trained: null, evaluation: null, closerLook: null });
});

describe('a training that fails', () => {
  const failure = new BinsightError('train-not-finite', { row: 1 });

  beforeEach(async () => {
    add('a', 'bin-1');
    add('b', 'bin-2');
    await settle();
  });

  it('is said, and leaves nothing learned', async () => {
    asked[0]?.reject(failure);
    await settle();
    expect(state()).toEqual({ status: 'failed', error: failure });
    expect(trained()).toBeNull();
    expect(asked.length).toBe(1);
  });

  it('because both bins hold the same photos says so, instead of noise', async () => {
    await finish();
    move('b', TRAY);
    // Other bytes, but the same numbers.
    store.setState(({ work }) => ({ work: { ...work, twin: readyWork('twin', 'a'.charCodeAt(0), 1) } }));
    change((p) => project.addPhotos(p, [photo('twin', 'bin-2')]));
    await settle();
    await finish();
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'train-indistinct' } });
    expect(trained()).toBeNull();
  });

  it('because its worker died once is tried again, and nobody need know', async () => {
    trainer.die();
    await settle();
    expect(state()).toMatchObject({ status: 'training' });
    await finish();
    expect(state()).toEqual({ status: 'ready' });
  });

  it('because its worker dies again at the same photos is said as well', async () => {
    trainer.die();
    await settle();
    trainer.die();
    await settle();
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'worker-failed' } });
    add('c', 'bin-2');
    await settle();
    await finish();
    expect(state()).toEqual({ status: 'ready' });
  });

  it('because its worker never came is said, and tried again by itself once it is there', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    asked[0]?.reject(new BinsightError('worker-missing', { worker: 'trainer' }));
    await settle();
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'worker-missing' } });
    expect(asked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    await settle();
    await finish();
    expect(state()).toEqual({ status: 'ready' });
    expect(trained()?.classifier.photos).toBe(2);
  });

  it('is tried again when the photos change', async () => {
    asked[0]?.reject(failure);
    await settle();
    add('c', 'bin-2');
    await settle();
    await finish();
    expect(state()).toEqual({ status: 'ready' });
    expect(trained()?.classifier.photos).toBe(3);
  });

  it('is not said when there is newer to learn from, and what was learned before stays', async () => {
    await finish();
    add('c', 'bin-2');
    await settle();
    add('d', 'bin-2');
    asked[1]?.reject(failure);
    await settle();
    expect(state()).toEqual({ status: 'training', photos: 4 });
    expect(trained()?.classifier.photos).toBe(2);
    await finish();
    expect(state()).toEqual({ status: 'ready' });
  });
});
