// The client that survives its worker's death, with real workers that die in every way they can.

import { proxy } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WorkerClient, type WorkerClientOptions } from '../../src/workers/workerClient.ts';
import type { BehavingApi } from '../support/workers/behaving.worker.ts';

/** Milliseconds: far more than a call needs here, and the one that is meant to be missed. */
const LONG = 20_000;
const SHORT = 60;

const behaving = () =>
  new Worker(new URL('../support/workers/behaving.worker.ts', import.meta.url), { type: 'module' });
const broken = () =>
  new Worker(new URL('../support/workers/throwsAtLoad.worker.ts', import.meta.url), { type: 'module' });
/** What a host's front page in place of a script comes to: the wrong type. */
const picture = () => new Worker('/favicon.svg', { type: 'module' });
/** Not by a wrong path: Vite would answer that with index.html, and then load the whole page in the background. */
function missing(): Worker {
  const address = URL.createObjectURL(new Blob([]));
  URL.revokeObjectURL(address);
  return new Worker(address, { type: 'module' });
}

const started: Worker[] = [];
const clients: { stop(): void }[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
  started.length = 0;
});

/** Every worker that the client starts is counted. */
function createClient<Ready = void>(
  spawn: () => Worker,
  options: Partial<WorkerClientOptions<BehavingApi, Ready>> = {},
): WorkerClient<BehavingApi, Ready> {
  const client = new WorkerClient<BehavingApi, Ready>({
    name: 'test',
    spawn: () => {
      const worker = spawn();
      started.push(worker);
      return worker;
    },
    ...options,
  });
  clients.push(client);
  return client;
}

/** The error of a promise that has to be refused. */
const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => {
      throw new Error(`expected a refusal, got ${String(value)}`);
    },
    (error: unknown) => error,
  );

describe('a call', () => {
  it('brings back its answer', async () => {
    const client = createClient(behaving);
    const photo = { name: 'a.jpg', square: new Uint8Array([1, 2, 3]) };
    expect(await client.call((api) => api.echo(photo), LONG)).toEqual(photo);
  });

  it('shares one worker with the others, also when they are all made at once', async () => {
    const client = createClient(behaving);
    const births = await Promise.all([1, 2, 3].map(() => client.call((api) => api.birth(), LONG)));
    expect(new Set(births).size).toBe(1);
    expect(started.length).toBe(1);
  });

  it('brings back a BinsightError with its code and detail, and the worker lives on', async () => {
    const client = createClient(behaving);
    const error = await refusal(client.call((api) => api.refuse('photo-svg', 'a.svg'), LONG));
    expect(error).toMatchObject({
      name: 'BinsightError',
      code: 'photo-svg',
      detail: { file: 'a.svg', width: 3 },
    });
    await client.call((api) => api.birth(), LONG);
    expect(started.length).toBe(1);
  });

  it('brings back any other error with its message', async () => {
    const client = createClient(behaving);
    const error = await refusal(client.call((api) => api.stumble(), LONG));
    expect(error).toMatchObject({ message: 'TypeError: a bug' });
  });
});

describe('a worker that is silent', () => {
  it.each(['hang', 'spin', 'vanish'] as const)(
    '(%s) is given up at the deadline; the next call gets a new one',
    async (way) => {
      const client = createClient(behaving);
      const before = await client.call((api) => api.birth(), LONG);
      const error = await refusal(client.call((api) => api[way](), SHORT));
      expect(error).toMatchObject({
        code: 'worker-timeout',
        detail: { worker: 'test', seconds: SHORT / 1000 },
      });
      expect(await client.call((api) => api.birth(), LONG)).not.toBe(before);
      expect(started.length).toBe(2);
    },
  );

  it('takes every pending call with it', async () => {
    const client = createClient(behaving);
    await client.ready();
    const calls = [LONG, SHORT, LONG].map((deadline) => refusal(client.call((api) => api.hang(), deadline)));
    const codes = (await Promise.all(calls)).map((error) => (error as { code?: string }).code);
    expect(codes).toEqual(['worker-timeout', 'worker-timeout', 'worker-timeout']);
  });

  it('does not cost a call that was answered in time', async () => {
    const client = createClient(behaving);
    const before = await client.call((api) => api.birth(), LONG);
    await client.call((api) => api.echo(1), 500);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await client.call((api) => api.birth(), LONG)).toBe(before);
  });
});

describe('a worker that dies', () => {
  it('of an error outside a call rejects every pending call with it', async () => {
    const client = createClient(behaving);
    const calls = [
      client.call((api) => api.hang(), LONG),
      client.call((api) => api.crash(1), LONG),
      client.call((api) => api.hang(), LONG),
    ];
    for (const error of await Promise.all(calls.map(refusal))) {
      expect(error).toMatchObject({
        code: 'worker-failed',
        detail: { worker: 'test', reason: expect.stringContaining('crash 0') },
      });
    }
    expect(await client.call((api) => api.echo('again'), LONG)).toBe('again');
    expect(started.length).toBe(2);
  });

  it('several times over leaves no error behind on the page', async () => {
    const uncaught = vi.fn((event: ErrorEvent) => event.preventDefault());
    window.addEventListener('error', uncaught);
    const client = createClient(behaving);
    await client.ready();
    const worker = started[0];
    expect(await refusal(client.call((api) => api.crash(3), LONG))).toMatchObject({ code: 'worker-failed' });
    // What a dead worker may still have sent.
    worker?.dispatchEvent(new ErrorEvent('error', { message: 'late' }));
    worker?.dispatchEvent(new MessageEvent('messageerror'));
    window.removeEventListener('error', uncaught);
    expect(uncaught).not.toHaveBeenCalled();
  });

  it.each([
    ['at load', broken, 'worker-failed', 1],
    ['because its script is not there', missing, 'worker-missing', 3],
    ['because its script is something else', picture, 'worker-missing', 3],
  ])('%s rejects every call, and each new call tries anew', async (_, spawn, code, tries) => {
    const client = createClient(spawn);
    const calls = [1, 2].map(() => refusal(client.call((api) => api.birth(), LONG)));
    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ code, detail: { worker: 'test' } });
    }
    expect(started.length).toBe(tries);
    expect(await refusal(client.ready())).toMatchObject({ code });
    expect(started.length).toBe(2 * tries);
  });

  it.each([
    ['unprepared', {}],
    ['prepared', { prepare: (api: { birth(): Promise<number> }) => api.birth() }],
  ])('because its script came only at the third try is missed by nobody: %s', async (_, options) => {
    const client = createClient<unknown>(() => (started.length < 2 ? missing() : behaving()), options);
    const answers = [1, 2].map((value) => client.call((api) => api.echo(value), LONG));
    expect(await Promise.all([client.ready(), ...answers])).toEqual([
      'prepare' in options ? expect.any(Number) : undefined,
      1,
      2,
    ]);
    expect(started.length).toBe(3);
  });

  it('before its script came, and is stopped then, is not started again', async () => {
    const client = createClient(missing);
    const call = refusal(client.call((api) => api.birth(), LONG));
    await new Promise((resolve) => started[0]?.addEventListener('error', resolve));
    client.stop();
    expect(await call).toMatchObject({ code: 'worker-failed' });
    expect(started.length).toBe(1);
  });

  it('while it is prepared rejects those who wait for it', async () => {
    const client = createClient(broken, { prepare: (api) => api.birth(), prepareDeadline: LONG });
    const waiting = [refusal(client.ready()), refusal(client.call((api) => api.birth(), LONG))];
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'worker-failed' });
  });
});

describe('stopping', () => {
  it('rejects what is pending and ends the worker; the next call gets a new one', async () => {
    const client = createClient(behaving);
    const before = await client.call((api) => api.birth(), LONG);
    const pending = refusal(client.call((api) => api.hang(), LONG));
    // The call waits for its worker to be ready first.
    await client.call((api) => api.echo(1), LONG);
    client.stop();
    client.stop();
    expect(await pending).toMatchObject({ code: 'worker-failed', detail: { worker: 'test' } });
    expect(await client.call((api) => api.birth(), LONG)).not.toBe(before);
  });

  it('starts nothing', () => {
    createClient(behaving).stop();
    expect(started.length).toBe(0);
  });
});

describe('preparing', () => {
  it('comes before the first call of each new worker, and only then', async () => {
    const prepare = vi.fn(
      (api: Parameters<NonNullable<WorkerClientOptions<BehavingApi, number>['prepare']>>[0]) => api.birth(),
    );
    const client = createClient<number>(behaving, { prepare });
    const first = await client.ready();
    expect(await client.call((api) => api.birth(), LONG)).toBe(first);
    expect(await client.ready()).toBe(first);
    expect(prepare).toHaveBeenCalledTimes(1);
    await refusal(client.call((api) => api.hang(), SHORT));
    const second = await client.call((api) => api.birth(), LONG);
    expect(prepare).toHaveBeenCalledTimes(2);
    expect(await client.ready()).toBe(second);
    expect(second).not.toBe(first);
  });

  it('does not count towards the deadline of a call', async () => {
    const client = createClient(behaving, {
      prepare: (api) =>
        api.prepare(
          1,
          400,
          proxy(() => undefined),
        ),
    });
    await expect(client.call((api) => api.echo('in time'), 300)).resolves.toBe('in time');
  });

  it('that shows no sign of life is given up at its own deadline', async () => {
    const client = createClient(behaving, { prepare: (api) => api.hang(), prepareDeadline: SHORT });
    const waiting = [refusal(client.ready()), refusal(client.call((api) => api.echo(1), LONG))];
    for (const error of await Promise.all(waiting)) {
      expect(error).toMatchObject({
        code: 'worker-timeout',
        detail: { worker: 'test', seconds: SHORT / 1000 },
      });
    }
  });

  it('may take longer than its deadline as long as it shows signs of life', async () => {
    const client = createClient(behaving, {
      // Two seconds in all; the deadline leaves room for a slow start and a busy machine.
      prepare: (api, alive) => api.prepare(10, 200, proxy(alive)),
      prepareDeadline: 1500,
    });
    expect(await client.ready()).toBe('prepared');
    expect(started.length).toBe(1);
  });

  it('that fails passes its error on, and the next call tries with a new worker', async () => {
    let fail = true;
    const client = createClient(behaving, {
      prepare: (api) => (fail ? api.refuse('model-missing', 'x') : api.birth()),
    });
    expect(await refusal(client.ready())).toMatchObject({ code: 'model-missing', detail: { file: 'x' } });
    expect(await refusal(client.call((api) => api.birth(), LONG))).toMatchObject({ code: 'model-missing' });
    fail = false;
    expect(await client.call((api) => api.echo('works'), LONG)).toBe('works');
    expect(started.length).toBe(3);
  });
});
