// WASM first and in as many workers as there are cores; a GPU only where it is right and faster; nothing lost when one
// of them fails.

import type { Remote } from 'comlink';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import type { TrialResult } from '../../../src/workers/backendMemory.ts';
import type { BackendName, BackendNote, FeaturizerApi, NetworkInfo } from '../../../src/workers/contract.ts';
import { Featurizers } from '../../../src/workers/featurizers.ts';
import { type Deferred, defer, FakeClient, settle } from '../../support/fakeClient.ts';
import { fakeMemory, UNUSED_FEATURIZER } from '../../support/fakeFeaturizers.ts';
import { featuresOf, NETWORK } from '../../support/fakeWorkers.ts';

/** Milliseconds of a photo, one at a time and in larger batches; or why it does not start. */
type Device =
  | { readonly single: number; readonly many?: number; readonly isHalf?: boolean }
  | string
  | BinsightError;

const refused = (reason: string): BackendNote => ({ kind: 'refused', reason });

class Worker extends FakeClient<FeaturizerApi, NetworkInfo> {
  backend: BackendName | null = null;
  stopped = false;
  /** Calls with photos. */
  given = 0;
  override stop(): void {
    this.stopped = true;
    super.stop();
  }
}

let devices: Partial<Record<BackendName, Device>>;
let workers: Worker[];
let loads: number;
/** What the first worker was given of the manifest that had been asked for ahead. */
let ahead: Promise<string | null>;
let manifests: (string | null)[];
/** Photos that are under way; a test lets them go. */
let photos: { readonly backend: BackendName; readonly answer: Deferred<void> }[];
let memory: ReturnType<typeof fakeMemory>;
let changes: number;
/** What workers wait for before they start, and before they say how fast they are. */
let starting: Promise<void>;
let timing: Promise<void>;

beforeEach(() => {
  devices = { wasm: { single: 60 }, cpu: { single: 3000 } };
  workers = [];
  loads = 0;
  ahead = Promise.resolve(null);
  manifests = [];
  photos = [];
  memory = fakeMemory();
  changes = 0;
  starting = Promise.resolve();
  timing = Promise.resolve();
});

function create({ only = null, lanes = 2 }: { only?: BackendName | null; lanes?: number } = {}): Featurizers {
  const featurizers = new Featurizers({
    createClient(prepare) {
      const api: FeaturizerApi = {
        ...UNUSED_FEATURIZER,
        async loadModel(_base, _onProgress, manifest) {
          loads++;
          manifests.push(manifest);
        },
        model: async () => ({ manifest: {} as never, shards: [] }),
        takeModel: async () => undefined,
        async start(backend) {
          worker.backend = backend;
          await starting;
          const device = devices[backend] ?? 'not offered by this browser';
          if (typeof device === 'string') throw new BinsightError('backend-refused', { reason: device });
          if (device instanceof BinsightError) throw device;
          const half = { arithmetic: 'half', modelId: `${NETWORK.modelId}/half` } as const;
          return { ...NETWORK, backend, ...(device.isHalf ? half : {}) };
        },
        async time(batches) {
          await timing;
          const device = devices[worker.backend ?? 'cpu'];
          if (typeof device !== 'object' || device instanceof Error) throw new Error('it is not there');
          const { single, many = single } = device;
          return batches.map((batch) => ({ batch, photoMs: batch === 1 ? single : many }));
        },
        async featurize(squares) {
          const answer = defer<void>();
          worker.given++;
          photos.push({ backend: worker.backend ?? 'cpu', answer });
          await answer.promise;
          return {
            features: squares.map((square) => featuresOf(new TextDecoder().decode(square))),
            photoMs: 40,
          };
        },
      };
      const worker = new Worker(api, () => prepare(api as unknown as Remote<FeaturizerApi>, () => true));
      workers.push(worker);
      return worker;
    },
    modelBase: '',
    manifest: ahead,
    only,
    memory,
    lanes,
    onProgress: () => undefined,
  });
  featurizers.onChange(() => changes++);
  return featurizers;
}

async function started(options?: Parameters<typeof create>[0]): Promise<Featurizers> {
  const featurizers = create(options);
  await featurizers.ready();
  await settle();
  await settle();
  return featurizers;
}

/** Does something in the middle of a GPU's trial, and waits for its end. */
async function trying(
  featurizers: Featurizers,
  backend: BackendName,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const held = defer<void>();
  for (let turn = 0; turn < 100 && featurizers.report.trying !== backend; turn++) await Promise.resolve();
  expect(featurizers.report.trying).toBe(backend);
  timing = held.promise;
  await meanwhile();
  held.resolve();
  await settle();
  await settle();
}

const photo = new TextEncoder().encode('abc');
const alive = () => workers.filter(({ stopped }) => !stopped).map(({ backend }) => backend);

describe('WASM', () => {
  it('is there first, and then in more workers, to which the model is handed on', async () => {
    const featurizers = create({ lanes: 3 });
    expect((await featurizers.ready()).backend).toBe('wasm');
    await settle();
    // Each also takes the photo after the one that it is at.
    expect(featurizers.free).toBe(6);
    expect(loads).toBe(1);
    const answers = [1, 2, 3].map(() => featurizers.featurize([photo]));
    await settle();
    expect(workers.slice(0, 3).map(({ given }) => given)).toEqual([1, 1, 1]);
    answers.push(...[4, 5, 6].map(() => featurizers.featurize([photo])));
    expect(featurizers.free).toBe(0);
    await settle();
    for (const { answer } of photos) answer.resolve();
    const found = { features: [{ ...featuresOf('abc'), backend: 'wasm' }], photoMs: 40 };
    expect(await Promise.all(answers)).toEqual(Array(6).fill(found));
    expect(featurizers.free).toBe(6);
  });

  it('takes the manifest that was asked for ahead, once', async () => {
    ahead = Promise.resolve('{}');
    const featurizers = await started({ lanes: 1 });
    workers[0]?.stop();
    await featurizers.choose('wasm');
    expect(manifests.slice(0, 1)).toEqual(['{}']);
    expect(manifests.slice(1)).not.toContain('{}');
  });

  it('does not wait for it for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    ahead = new Promise(() => undefined);
    const ready = create({ lanes: 1 }).ready();
    await vi.advanceTimersByTimeAsync(1900);
    expect(loads).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect((await ready).backend).toBe('wasm');
    expect(manifests).toEqual([null]);
  });

  it('says which photo a worker was at when it died', async () => {
    const featurizers = await started({ lanes: 1 });
    const calls = [featurizers.featurize([photo]), featurizers.featurize([photo])];
    await settle();
    workers[0]?.stop();
    const [first, second] = await Promise.allSettled(calls);
    expect(first).toMatchObject({ reason: { code: 'worker-failed' } });
    expect(first).not.toMatchObject({ reason: { detail: { state: 'waiting' } } });
    expect(second).toMatchObject({ reason: { code: 'worker-failed', detail: { state: 'waiting' } } });
  });

  it('of which one worker fails goes on with the others, and has it back', async () => {
    const featurizers = await started();
    const [first, second] = [featurizers.featurize([photo]), featurizers.featurize([photo])];
    await settle();
    photos[0]?.answer.reject(new Error('out of memory'));
    await expect(first).rejects.toThrow('out of memory');
    expect(featurizers.info?.backend).toBe('wasm');
    await settle();
    expect(featurizers.free).toBe(3);
    photos[1]?.answer.resolve();
    await second;
    expect(featurizers.free).toBe(4);
    expect(loads).toBe(1);
  });

  it.each([
    ['', [1, 2]],
    [', the first among them,', [1, 0]],
  ])('of which two workers%s fail close together has as many again, and no more', async (_, dying) => {
    const featurizers = await started({ lanes: 3 });
    const failing = [1, 2, 3].map(() => featurizers.featurize([photo]).catch(() => undefined));
    await settle();
    const held = defer<void>();
    starting = held.promise;
    for (const i of dying) {
      photos[i]?.answer.reject(new Error('out of memory'));
      await settle();
    }
    held.resolve();
    await settle();
    expect(alive()).toEqual(['wasm', 'wasm', 'wasm']);
    for (const { answer } of photos) answer.resolve();
    await Promise.all(failing);
    expect(featurizers.free).toBe(6);
  });

  it('of which all workers fail while others are on their way begins anew, with no more than it may have', async () => {
    const featurizers = await started();
    const failing = [1, 2].map(() => featurizers.featurize([photo]).catch(() => undefined));
    await settle();
    const held = defer<void>();
    starting = held.promise;
    for (const { answer } of photos) answer.reject(new Error('out of memory'));
    await Promise.all(failing);
    expect(featurizers.info).toBeNull();
    const again = featurizers.ready();
    held.resolve();
    expect((await again).backend).toBe('wasm');
    await settle();
    expect(alive()).toEqual(['wasm', 'wasm']);
    expect(featurizers.free).toBe(4);
  });

  it('that is chosen while its workers are on their way has no more than it may have', async () => {
    const featurizers = create();
    await featurizers.ready();
    const held = defer<void>();
    starting = held.promise;
    await settle();
    const again = featurizers.choose('wasm');
    held.resolve();
    await again;
    await settle();
    expect(alive()).toEqual(['wasm', 'wasm']);
    expect(featurizers.free).toBe(4);
  });

  it('that computes wrong numbers is passed over, with the reason', async () => {
    devices.wasm = 'wrong numbers in the self-test';
    const featurizers = await started();
    expect(featurizers.info?.backend).toBe('cpu');
    expect(featurizers.report.notes.wasm).toEqual({
      kind: 'refused',
      reason: 'wrong numbers in the self-test',
    });
  });

  it('and all others that fail are named', async () => {
    devices = { wasm: 'no SIMD' };
    await expect(create().ready()).rejects.toMatchObject({
      code: 'backend-none',
      detail: { tried: expect.stringContaining('wasm: no SIMD; webgpu: not offered') },
    });
  });

  it.each(['model-network', 'worker-missing'] as const)(
    'is not to blame for what never came, and no other backend is tried: %s',
    async (code) => {
      const error = new BinsightError(code, { file: 'x' });
      devices.wasm = error;
      const featurizers = create();
      await expect(featurizers.ready()).rejects.toBe(error);
      expect(workers.map(({ backend }) => backend)).toEqual(['wasm']);
      expect(featurizers.report.notes).toEqual({});
      devices.wasm = { single: 60 };
      expect((await featurizers.ready()).backend).toBe('wasm');
    },
  );

  it('whose second worker finds no memory goes on with the first', async () => {
    const featurizers = create();
    await featurizers.ready();
    devices.wasm = 'not enough memory';
    await settle();
    await settle();
    expect(featurizers.info?.backend).toBe('wasm');
    expect(featurizers.free).toBe(2);
  });

  it('whose second worker finds no memory does not keep a GPU from its trial', async () => {
    let asked = 0;
    devices = {
      webgpu: { single: 5 },
      get wasm() {
        asked++;
        return asked === 2 ? 'not enough memory' : { single: 60 };
      },
    };
    const featurizers = await started();
    expect(featurizers.info?.backend).toBe('webgpu');
  });

  it('alone is asked for when the address says so', async () => {
    devices.webgpu = { single: 1 };
    const featurizers = await started({ only: 'wasm' });
    expect(workers.map(({ backend }) => backend)).toEqual(['wasm', 'wasm']);
    expect(featurizers.info?.backend).toBe('wasm');
  });
});

describe('a GPU', () => {
  it('that is faster takes over, in the batches that suit it; what WASM is at is finished', async () => {
    devices.webgpu = { single: 12, many: 4 };
    devices.webgl = { single: 20, many: 9 };
    const featurizers = create();
    await featurizers.ready();
    const early = featurizers.featurize([photo]);
    await settle();
    await settle();
    expect(featurizers.info?.backend).toBe('webgpu');
    expect([featurizers.batch, featurizers.free]).toEqual([4, 1]);
    expect(featurizers.report.notes).toMatchObject({
      webgpu: { kind: 'time', photoMs: 4, batch: 4 },
      webgl: { kind: 'time', photoMs: 9, batch: 4 },
    });
    photos[0]?.answer.resolve();
    expect(await early).toEqual({ features: [{ ...featuresOf('abc'), backend: 'wasm' }], photoMs: 40 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(alive()).toEqual(['webgpu']);
    expect(memory.trial()).toMatchObject({ winner: 'webgpu', batch: 4 });
    expect(changes).toBeGreaterThan(0);
  });

  it.each<readonly [string, Device, BackendNote]>([
    ['slower than all WASM workers together', { single: 29 }, { kind: 'time', photoMs: 29, batch: 1 }],
    ['of half precision', { single: 2, isHalf: true }, refused('only half precision')],
    ['wrong', 'wrong numbers in the self-test', refused('wrong numbers in the self-test')],
    ['in software', 'offered only in software', refused('offered only in software')],
  ])('that is %s is not taken, and the trial is remembered', async (_, device, note) => {
    devices.webgl = device;
    const featurizers = await started();
    expect(featurizers.info?.backend).toBe('wasm');
    expect(featurizers.report.notes.webgl).toEqual(note);
    expect(alive()).toEqual(['wasm', 'wasm']);
    expect(memory.trial()).toMatchObject({ winner: 'wasm', notes: { webgl: note } });
  });

  it('that is faster takes over also where a WASM worker died meanwhile', async () => {
    devices.webgl = { single: 4 };
    const featurizers = create();
    await featurizers.ready();
    const failing = featurizers.featurize([photo]).catch(() => undefined);
    await trying(featurizers, 'webgl', async () => {
      photos[0]?.answer.reject(new Error('out of memory'));
      await failing;
    });
    expect(featurizers.info?.backend).toBe('webgl');
    expect(memory.trial()).toMatchObject({ winner: 'webgl' });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(alive()).toEqual(['webgl']);
  });

  it.each(['back', 'on its way'])(
    'that is faster takes over, after one trial, also where the only WASM worker died and is %s',
    async (state) => {
      devices.webgl = { single: 4 };
      const featurizers = create({ lanes: 1 });
      await featurizers.ready();
      const failing = featurizers.featurize([photo]).catch(() => undefined);
      const held = defer<void>();
      let again: Promise<NetworkInfo> | undefined;
      await trying(featurizers, 'webgl', async () => {
        photos[0]?.answer.reject(new Error('out of memory'));
        await failing;
        if (state === 'on its way') starting = held.promise;
        again = featurizers.ready();
        if (state === 'back') expect((await again).backend).toBe('wasm');
      });
      held.resolve();
      if (state === 'on its way') expect((await again)?.backend).toBe('webgl');
      expect(featurizers.info?.backend).toBe('webgl');
      expect(memory.trial()).toMatchObject({ winner: 'webgl' });
      expect(alive()).toEqual(['webgl']);
      expect(workers.filter(({ backend }) => backend === 'webgl')).toHaveLength(1);
    },
  );

  it.each(['cpu', 'wasm'] as const)('that is being tried when %s is chosen is not taken', async (backend) => {
    devices.webgl = { single: 4 };
    const featurizers = create();
    await featurizers.ready();
    await trying(featurizers, 'webgl', async () => void (await featurizers.choose(backend)));
    expect(featurizers.info?.backend).toBe(backend);
    expect(alive()).toEqual(backend === 'cpu' ? ['cpu'] : ['wasm', 'wasm']);
    expect(memory.trial()).toBeNull();
  });

  it('that won last time takes over without another trial of the rest', async () => {
    devices.webgpu = { single: 5, many: 2 };
    devices.webgl = { single: 3 };
    const last: TrialResult = {
      winner: 'webgl',
      batch: 8,
      notes: { webgpu: { kind: 'time', photoMs: 9, batch: 1 } },
    };
    memory = fakeMemory(last);
    const featurizers = await started();
    expect(featurizers.info?.backend).toBe('webgl');
    expect(workers.map(({ backend }) => backend)).not.toContain('webgpu');
    expect(featurizers.report.notes.webgpu).toEqual(last.notes.webgpu);
  });

  it('is not tried again where WASM won', async () => {
    devices.webgpu = { single: 1 };
    const slow: BackendNote = { kind: 'time', photoMs: 70, batch: 1 };
    memory = fakeMemory({ winner: 'wasm', batch: 1, notes: { webgpu: slow } });
    const featurizers = await started();
    expect(workers.map(({ backend }) => backend)).toEqual(['wasm', 'wasm']);
    expect(featurizers.report.notes.webgpu).toEqual(slow);
  });

  it('that fails at a photo is left out from then on, and WASM comes back', async () => {
    devices.webgl = { single: 4 };
    const featurizers = await started();
    const failing = featurizers.featurize([photo]);
    await settle();
    const reason = 'Uncaught Error: WebGL context lost';
    photos[0]?.answer.reject(new BinsightError('worker-failed', { worker: 'featurizer', reason }));
    await expect(failing).rejects.toThrow('context lost');
    expect(featurizers.info).toBeNull();
    expect(memory.trial()).toBeNull();
    expect((await featurizers.ready()).backend).toBe('wasm');
    await settle();
    await settle();
    expect(featurizers.info?.backend).toBe('wasm');
    expect(featurizers.report.notes.webgl).toEqual({ kind: 'failed', reason });
    expect(loads).toBe(1);
    // The next visit may find it well again.
    expect(memory.trial()).toBeNull();
  });

  it('whose worker’s code cannot be fetched any more is not to blame', async () => {
    devices.webgl = { single: 4 };
    const featurizers = await started();
    const failing = featurizers.featurize([photo]);
    await settle();
    photos[0]?.answer.reject(new BinsightError('worker-missing', { worker: 'featurizer' }));
    await expect(failing).rejects.toMatchObject({ code: 'worker-missing' });
    expect(memory.trial()).toMatchObject({ winner: 'webgl' });
  });
});

describe('a choice', () => {
  it('is taken, also one of half precision, remembered, and taken back', async () => {
    devices.webgl = { single: 100, isHalf: true };
    const featurizers = await started();
    expect((await featurizers.choose('webgl')).modelId).toBe('fake/half');
    await settle();
    expect(alive()).toEqual(['webgl']);
    expect(memory.wanted()).toBe('webgl');
    expect((await started()).info?.backend).toBe('webgl');
    expect((await featurizers.choose(null)).backend).toBe('wasm');
    expect(memory.wanted()).toBeNull();
  });

  it('that is not to be had says why, and leaves the page with what works', async () => {
    const featurizers = await started();
    expect((await featurizers.choose('webgpu')).backend).toBe('wasm');
    expect(featurizers.report).toMatchObject({
      wanted: null,
      notes: { webgpu: refused('not offered by this browser') },
    });
    expect(memory.wanted()).toBeNull();
    memory.rememberWanted('webgpu');
    expect((await started()).info?.backend).toBe('wasm');
  });

  it('that fails is not tried again behind its back, and keeps its reason', async () => {
    const reason = 'WebGL context lost';
    devices.webgl = new BinsightError('worker-failed', { worker: 'featurizer', reason });
    memory.rememberWanted('webgl');
    const featurizers = await started();
    expect(featurizers.info?.backend).toBe('wasm');
    expect(workers.filter(({ backend }) => backend === 'webgl')).toHaveLength(1);
    expect(featurizers.report).toMatchObject({
      wanted: null,
      trying: null,
      notes: { webgl: refused(reason) },
    });
    expect(memory.trial()).toBeNull();
  });

  it('from the address that is not to be had ends there', async () => {
    await expect(create({ only: 'webgpu' }).ready()).rejects.toMatchObject({ code: 'backend-none' });
  });
});

it('a look inside is asked of the same worker every time', async () => {
  const featurizers = await started();
  const seen: (BackendName | null)[] = [];
  await featurizers.look(async () => void seen.push(workers[0]?.backend ?? null));
  await featurizers.look(async () => void seen.push(workers[0]?.backend ?? null));
  expect(workers[1]?.mostPending).toBe(0);
  expect(seen).toEqual(['wasm', 'wasm']);
});

it.each(['a GPU takes over', 'another backend is chosen'])(
  'a look inside that is under way when %s is finished, and its worker stopped then',
  async (when) => {
    const isChosen = when === 'another backend is chosen';
    devices.webgl = { single: 4, isHalf: isChosen };
    const featurizers = create();
    await featurizers.ready();
    const answer = defer<string>();
    const look = featurizers.look(() => answer.promise);
    await settle();
    if (isChosen) await featurizers.choose('webgl');
    await settle();
    expect(featurizers.info?.backend).toBe('webgl');
    answer.resolve('seen');
    expect(await look).toBe('seen');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(alive()).toEqual(['webgl']);
  },
);
