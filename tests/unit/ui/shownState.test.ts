// While photos come in, what workers find out is drawn now and then; all else at once.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addPhotos, TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore, type PhotoWork } from '../../../src/store/state.ts';
import { showState } from '../../../src/ui/shownState.ts';

let store: AppStore;
/** Milliseconds of a drawing. */
let drawingMs: number;
let shown: ReturnType<typeof showState>;
/** How many photos were ready in each drawing. */
let drawn: number[];

const READY = { status: 'ready' } as PhotoWork;
const ready = () => Object.values(shown.getState().work).filter(({ status }) => status === 'ready').length;

function find(key: string): void {
  store.setState(({ work }) => ({ work: { ...work, [key]: READY } }));
}

function drop(count: number): void {
  store.setState(({ history, work }) => {
    const photos = Array.from({ length: count }, (_, i) => ({ key: `${i}`, name: `${i}.jpg`, place: TRAY }));
    const queued = Object.fromEntries(photos.map(({ key }) => [key, { status: 'queued' } as const]));
    return {
      history: { ...history, present: addPhotos(history.present, photos) },
      work: { ...work, ...queued },
    };
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  store = createAppStore();
  drawingMs = 10;
  shown = showState(store, (done) => setTimeout(done, drawingMs));
  drawn = [];
  shown.subscribe(() => drawn.push(ready()));
});
afterEach(() => vi.useRealTimers());

describe('photos that come in', () => {
  it('are shown once the workers have been asked when they are dropped, and then together', () => {
    drop(40);
    // A worker says at once that it has begun.
    store.setState(({ work }) => ({ work: { ...work, 0: { status: 'reading' } } }));
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(drawn).toEqual([0]);
    for (let i = 0; i < 30; i++) {
      vi.advanceTimersByTime(20);
      find(`${i}`);
    }
    // 600 milliseconds, in steps of 100.
    expect(drawn).toEqual([0, 4, 9, 14, 19, 24, 29]);
  });

  it('are drawn less often where drawing takes long, but twice a second', () => {
    for (const [ms, drawings] of [
      [50, 3],
      [400, 2],
    ] as const) {
      drawingMs = ms;
      drop(300);
      vi.advanceTimersByTime(0);
      drawn = [];
      for (let i = 0; i < 100; i++) {
        vi.advanceTimersByTime(10);
        find(`${i}`);
      }
      expect(drawn.length).toBe(drawings);
    }
  });

  it('hold nothing up that a person does', () => {
    drop(40);
    vi.advanceTimersByTime(20);
    find('0');
    expect(ready()).toBe(0);
    store.setState({ chosen: '0' });
    expect(ready()).toBe(1);
    expect(shown.getState()).toBe(store.getState());
  });

  it('are all shown with the last one, which does not wait', () => {
    drop(3);
    vi.advanceTimersByTime(20);
    for (const key of ['0', '1', '2']) find(key);
    expect(drawn).toEqual([0, 3]);
    vi.advanceTimersByTime(1000);
    expect(drawn).toEqual([0, 3]);
  });
});

it('follows at once while nothing is coming', () => {
  for (const photoMs of [1, 2, 3]) store.setState({ photoMs });
  expect(drawn).toHaveLength(3);
  expect(shown.getState().photoMs).toBe(3);
});
