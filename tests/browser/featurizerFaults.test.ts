// The page's own featurizers, in real workers, on machines that lose their GPU or run short of memory.

import { add, backend, scalar } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startBackend } from '../../src/network/backends.ts';
import { testPattern } from '../../src/network/selfTest.ts';
import type { BackendName, FeaturizerApi, NetworkInfo } from '../../src/workers/contract.ts';
import { Featurizers } from '../../src/workers/featurizers.ts';
import { WorkerClient } from '../../src/workers/workerClient.ts';
import { fakeMemory } from '../support/fakeFeaturizers.ts';
import { testWithShared } from '../support/sharedInBrowser.ts';

const started: Worker[] = [];

afterEach(() => {
  for (const worker of started.splice(0)) worker.terminate();
});

interface Wanted {
  readonly only?: BackendName;
  readonly lanes?: number;
}

/** @param names of the workers' machines, in the order in which they are started; what is not named is sound */
function createFeaturizers(names: readonly string[], { only = 'wasm', lanes = 1 }: Wanted = {}): Featurizers {
  const spawn = () => {
    const address = new URL('../support/workers/faultyFeaturizer.worker.ts', import.meta.url);
    const worker = new Worker(address, { type: 'module', name: names[started.length] ?? '' });
    started.push(worker);
    return worker;
  };
  return new Featurizers({
    createClient: (prepare) =>
      new WorkerClient<FeaturizerApi, NetworkInfo>({ name: 'featurizer', spawn, prepare }),
    modelBase: new URL('/models/inception-v1/', location.href).href,
    manifest: Promise.resolve(null),
    only,
    memory: fakeMemory(),
    lanes,
    onProgress: () => undefined,
  });
}

describe('memory that is short', () => {
  const photo = testPattern();

  testWithShared('from the start is said', async () => {
    await expect(createFeaturizers(['no memory']).ready()).rejects.toMatchObject({
      code: 'backend-none',
      detail: { tried: 'wasm: not enough memory' },
    });
  });

  testWithShared('for a second worker leaves the first one at work', async () => {
    const featurizers = createFeaturizers(['', 'no memory'], { lanes: 2 });
    await featurizers.ready();
    await vi.waitFor(() => expect(started).toHaveLength(2));
    // Each takes two photos at once.
    const both = [featurizers.featurize([photo]), featurizers.featurize([photo])];
    for (const { features } of await Promise.all(both)) expect(features).toHaveLength(1);
    expect(featurizers.free).toBe(2);
  });

  testWithShared('at a photo costs the worker, not the photo: it can be given to the next one', async () => {
    const featurizers = createFeaturizers([]);
    await featurizers.ready();
    started[0]?.postMessage('run short of memory');
    await expect(featurizers.featurize([photo])).rejects.toThrow('allocation failed');
    expect(featurizers.info).toBeNull();
    await featurizers.ready();
    expect((await featurizers.featurize([photo])).features).toHaveLength(1);
    expect(started).toHaveLength(2);
  });
});

describe('a GPU that is taken away', () => {
  // Whatever is asked of it then is never answered.
  it.each([
    ['webgl', 'WebGL context lost', loseContext],
    ['webgpu', 'WebGPU device lost', destroyDevice],
  ] as const)('is missed at once, also at rest: %s', async (name, says, takeAway) => {
    const onLost = vi.fn();
    await startBackend(name, true, onLost);
    expect(await add(scalar(1), scalar(2)).data()).toEqual(Float32Array.of(3));
    expect(onLost).not.toHaveBeenCalled();
    takeAway();
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledWith(expect.stringContaining(says)));
  });

  testWithShared('takes its worker with it, and the page hears why', async () => {
    const featurizers = createFeaturizers(['loses its GPU'], { only: 'webgl' });
    await expect(featurizers.ready()).rejects.toMatchObject({
      code: 'worker-failed',
      detail: { reason: expect.stringContaining('WebGL context lost') },
    });
  });
});

function loseContext(): void {
  const { gpgpu } = backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
  gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
}

function destroyDevice(): void {
  (backend() as unknown as { device: { destroy(): void } }).device.destroy();
}
