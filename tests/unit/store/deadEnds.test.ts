// Photos that come to nothing are told together, at the latest after a moment, and only if it is still true then.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { type Actions, createActions } from '../../../src/store/actions.ts';
import { createDeadEnds, type DeadEnds } from '../../../src/store/deadEnds.ts';
import { createPhotoFiles } from '../../../src/store/photoFiles.ts';
import { photosIn, TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';
import { readyWork } from '../../support/project.ts';

const FAILED = { status: 'failed', error: new BinsightError('photo-empty') } as const;

let store: AppStore;
let actions: Actions;
let deadEnds: DeadEnds;
let changes: number;

beforeEach(() => {
  vi.useFakeTimers();
  store = createAppStore();
  actions = createActions(store, createPhotoFiles());
  deadEnds = createDeadEnds(store, actions);
  changes = 0;
  store.subscribe(() => changes++);
});
afterEach(() => void vi.useRealTimers());

const project = () => store.getState().history.present;
const names = (place: string) => photosIn(project(), place).map(({ name }) => name);
const arrive = (place: string, ...all: readonly string[]) =>
  actions.arrive(all.map((name) => ({ name, file: new Blob([name]), target: { place } })));
const keyOf = (name: string) => project().photos.find((photo) => photo.name === name)?.key ?? '';
const read = (name: string, sha256: string) => {
  const work = readyWork(sha256);
  store.setState((state) => ({ work: { ...state.work, [keyOf(name)]: work } }));
};

describe('refused photos', () => {
  it('are told in one change', () => {
    arrive(TRAY, 'a', 'b', 'c');
    changes = 0;
    for (const name of ['a', 'b']) deadEnds.refuse(keyOf(name), FAILED);
    expect(changes).toBe(0);
    expect(['a', 'b', 'c'].map((name) => deadEnds.has(keyOf(name)))).toEqual([true, true, false]);
    vi.runAllTimers();
    expect(changes).toBe(1);
    expect(['a', 'b', 'c'].map((name) => store.getState().work[keyOf(name)]?.status)).toEqual([
      'failed',
      'failed',
      'queued',
    ]);
    expect(deadEnds.has(keyOf('a'))).toBe(false);
  });

  it('are told at once when nobody is to wait', () => {
    arrive(TRAY, 'a');
    deadEnds.refuse(keyOf('a'), FAILED);
    deadEnds.tell();
    expect(store.getState().work[keyOf('a')]).toBe(FAILED);
    changes = 0;
    vi.runAllTimers();
    expect(changes).toBe(0);
  });
});

describe('photos that are there already', () => {
  it('go together, with one notice per place', () => {
    arrive(TRAY, 'a', 'a2', 'a3');
    arrive('bin-1', 'b', 'b2');
    read('a', 'A');
    read('b', 'B');
    const [a, a2, a3, b, b2] = ['a', 'a2', 'a3', 'b', 'b2'].map(keyOf);
    for (const name of ['a2', 'a3']) deadEnds.dropTwin(keyOf(name), 'A');
    deadEnds.dropTwin(keyOf('b2'), 'B');
    vi.runAllTimers();
    expect([names(TRAY), names('bin-1')]).toEqual([['a'], ['b']]);
    expect(store.getState().notices).toMatchObject([
      { kind: 'already-there', names: ['a2', 'a3'], place: TRAY, twins: { [`${a2}`]: a, [`${a3}`]: a } },
      { kind: 'already-there', names: ['b2'], place: 'bin-1', twins: { [`${b2}`]: b } },
    ]);
  });

  it('stay when the other one has gone meanwhile, and leave those alone that are still to be read', () => {
    arrive(TRAY, 'a', 'a2', 'unread');
    read('a', 'A');
    deadEnds.dropTwin(keyOf('a2'), 'A');
    actions.move([keyOf('a')], 'bin-1');
    vi.runAllTimers();
    expect(names(TRAY)).toEqual(['a2', 'unread']);
    expect(store.getState().notices).toEqual([]);
    expect(deadEnds.has(keyOf('a2'))).toBe(false);
  });
});
