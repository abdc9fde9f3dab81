// What is remembered of backends belongs to one browser: after an update it is found out again.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackendMemory } from '../../../src/workers/backendMemory.ts';

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('a trial is remembered by the browser that made it, and by no other', () => {
  const result = {
    winner: 'webgpu',
    batch: 8,
    notes: {
      webgpu: { kind: 'time', photoMs: 2, batch: 8 },
      webgl: { kind: 'refused', reason: 'offered only in software' },
    },
  } as const;
  createBackendMemory('Browser 1').rememberTrial(result);
  expect(createBackendMemory('Browser 1').trial()).toEqual(result);
  expect(createBackendMemory('Browser 2').trial()).toBeNull();
  createBackendMemory('Browser 1').rememberTrial(null);
  expect(createBackendMemory('Browser 1').trial()).toBeNull();
});

it('a note that is none of ours is passed over', () => {
  const kept = { webgl: { kind: 'failed', reason: 'context lost' } };
  const notes = { ...kept, webgpu: '9 ms a photo', wasm: { kind: 'time' }, cuda: kept.webgl };
  stored.set('binsight-backend-trial', JSON.stringify({ browser: 'b', winner: 'wasm', batch: 1, notes }));
  expect(createBackendMemory('b').trial()?.notes).toEqual(kept);
});

it('a wish is remembered by every browser', () => {
  expect(createBackendMemory('Browser 1').wanted()).toBeNull();
  createBackendMemory('Browser 1').rememberWanted('cpu');
  expect(createBackendMemory('Browser 2').wanted()).toBe('cpu');
  createBackendMemory('Browser 2').rememberWanted(null);
  expect(createBackendMemory('Browser 1').wanted()).toBeNull();
});

it.each([
  '',
  'null',
  '3',
  '"cuda"',
  '{}',
  '{"browser":"b","winner":"webgl"}',
  '{"browser":"b","winner":"x","batch":1}',
])('what is none of ours is passed over: %s', (text) => {
  for (const key of ['binsight-backend-trial', 'binsight-backend']) stored.set(key, text);
  const memory = createBackendMemory('b');
  expect([memory.trial(), memory.wanted()]).toEqual([null, null]);
});

it('storage that is forbidden is no trouble', () => {
  vi.stubGlobal('localStorage', undefined);
  const memory = createBackendMemory('b');
  memory.rememberWanted('wasm');
  memory.rememberTrial({ winner: 'wasm', batch: 1, notes: {} });
  expect([memory.trial(), memory.wanted()]).toEqual([null, null]);
});
