// What the status bar says is kept: projects, and not what the page keeps of itself.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAppStore } from '../../../src/store/state.ts';
import { startUsage } from '../../../src/store/storage/usage.ts';

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
