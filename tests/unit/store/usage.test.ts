// What the status bar says is kept: projects, and not what the page keeps of itself. How much room is left.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAppStore } from '../../../src/store/state.ts';
import { roomLeft, startUsage } from '../../../src/store/storage/usage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  [
    'a browser that says what for',
    { usage: 17, quota: 100, usageDetails: { caches: 15, indexedDB: 2 } },
    2,
    85,
  ],
  ['one that leaves out what takes none', { usage: 15, quota: 100, usageDetails: { caches: 15 } }, 0, 85],
  ['one that tells the sum alone', { usage: 17, quota: 100 }, 17, 100],
])('in %s', async (_, estimate, used, granted) => {
  const store = createAppStore();
  const manager = { estimate: async () => estimate, persisted: async () => true };
  startUsage(store, manager as unknown as StorageManager);
  await vi.advanceTimersByTimeAsync(2000);
  expect(store.getState().usage).toEqual({ used, granted, persistent: true });
});

it.each([
  ['does not estimate', {}],
  ['throws at once', { estimate: throwing }],
  ['fails', { estimate: async () => throwing() }],
  ['leaves the numbers out', { estimate: async () => ({}) }],
])('a browser that %s has room as far as anybody knows, and its use is left unsaid', async (_, part) => {
  const manager = { persisted: async () => true, ...part } as unknown as StorageManager;
  expect(await roomLeft(manager)).toBe(Number.POSITIVE_INFINITY);
  const store = createAppStore();
  startUsage(store, manager);
  await vi.advanceTimersByTimeAsync(2000);
  expect(store.getState().usage).toBeNull();
});

function throwing(): never {
  throw new TypeError('not here');
}
