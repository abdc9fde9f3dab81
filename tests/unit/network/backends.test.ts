// A browser that offers WebGPU but gives no GPU, or never says.

import { afterEach, expect, it, vi } from 'vitest';
import { startBackend } from '../../../src/network/backends.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const stubGpu = (requestAdapter: () => Promise<unknown>) =>
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });

it.each<[string, () => Promise<unknown>]>([
  ['null', () => Promise.resolve(null)],
  ['an error', () => Promise.reject(new Error('lost'))],
])('that answers with %s is refused', async (_, requestAdapter) => {
  stubGpu(requestAdapter);
  await expect(startBackend('webgpu', false)).rejects.toMatchObject({
    code: 'backend-refused',
    detail: { reason: 'offered by this browser, but by no GPU' },
  });
});

it('that never answers keeps nobody waiting for more than ten seconds', async () => {
  vi.useFakeTimers();
  stubGpu(() => new Promise(() => undefined));
  const refused = expect(startBackend('webgpu', true)).rejects.toMatchObject({ code: 'backend-refused' });
  await vi.advanceTimersByTimeAsync(10_000);
  await refused;
});
