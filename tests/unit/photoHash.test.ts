import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { sha256Hex } from '../../src/network/sha256.ts';

afterEach(() => vi.unstubAllGlobals());

const whole = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const inputs = {
  nothing: new Uint8Array(0),
  bytes: whole,
  buffer: whole.buffer,
  view: whole.subarray(13, 700),
};

it.each(Object.entries(inputs))('hashes %s alike with and without crypto.subtle', async (_, input) => {
  const wanted = createHash('sha256')
    .update(input instanceof ArrayBuffer ? new Uint8Array(input) : input)
    .digest('hex');
  expect(await sha256Hex(input)).toBe(wanted);
  vi.stubGlobal('crypto', {}); // an insecure origin
  expect(await sha256Hex(input)).toBe(wanted);
});
