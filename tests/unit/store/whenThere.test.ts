// A worker whose code does not come is asked for again and again, by one who asks at a time.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenThere } from '../../../src/store/whenThere.ts';

let isThere: boolean;
const ready = vi.fn(async () => {
  if (!isThere) throw new Error('not yet');
});
const then = vi.fn();
let target: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  isThere = false;
  ready.mockClear();
  then.mockClear();
  target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('until it comes, however many want it, and then no more', async () => {
  const ask = whenThere({ ready }, then);
  expect(ready).not.toHaveBeenCalled();
  ask();
  ask();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(ready).toHaveBeenCalledTimes(2);
  expect(then).not.toHaveBeenCalled();
  isThere = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ready).toHaveBeenCalledTimes(3);
  expect(then).toHaveBeenCalledTimes(1);
});

it('at once when the connection is back', async () => {
  whenThere({ ready }, then)();
  isThere = true;
  target.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(then).toHaveBeenCalledTimes(1);
  target.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ready).toHaveBeenCalledTimes(1);
});

it('may be wanted once more after it came and went', async () => {
  const ask = whenThere({ ready }, then);
  isThere = true;
  ask();
  await vi.advanceTimersByTimeAsync(5_000);
  ask();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(then).toHaveBeenCalledTimes(2);
});
