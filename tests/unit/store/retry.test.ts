// When what could not be saved is tried again.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRetry, type Retry } from '../../../src/store/retry.ts';

let tried: string[];
let retry: Retry;

beforeEach(() => {
  vi.useFakeTimers();
  tried = [];
  retry = createRetry(
    () => void tried.push('all'),
    () => void tried.push('new'),
  );
});
afterEach(() => void vi.useRealTimers());

it('all of it later, what is new soon, and once for many changes', () => {
  retry.later();
  vi.advanceTimersByTime(15_000);
  expect(tried).toEqual(['all']);
  retry.soon();
  retry.soon();
  vi.advanceTimersByTime(20_000);
  expect(tried).toEqual(['all', 'new']);
});

it('what is new is tried soon also when an earlier change was put off meanwhile', () => {
  retry.soon();
  retry.later();
  retry.soon();
  vi.advanceTimersByTime(1_000);
  expect(tried).toEqual(['new']);
});

it('nothing is tried once it is not wanted, and what comes then is', () => {
  retry.soon();
  retry.stop();
  vi.advanceTimersByTime(20_000);
  expect(tried).toEqual([]);
  retry.soon();
  vi.advanceTimersByTime(1_000);
  expect(tried).toEqual(['new']);
});
