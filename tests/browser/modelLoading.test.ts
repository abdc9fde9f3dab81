// The model's way into the page: fetched, given as files, kept for the next visit; and everything that can go wrong.

import { deleteDB, openDB } from 'idb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../src/core/errors.ts';
import { keptWeights } from '../../src/network/dequantise.ts';
import { keepModel, keptModel } from '../../src/network/keptModel.ts';
import { arrived, fetchModel, type VerifiedModel, verifyPrepared } from '../../src/network/loadModel.ts';
import { listShards, parseManifest } from '../../src/network/manifest.ts';
import { MANIFEST_FILE } from '../../src/network/manifestFile.ts';
import { modelFromFiles } from '../../src/network/modelFromFiles.ts';
import { type PreparedModel, prepareModel, type Shard } from '../../src/network/prepareModel.ts';
import type { SourceTensors } from '../../src/network/sourceTensors.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { withModel } from '../../src/network/withModel.ts';
import { caffeLayers, writeCaffemodel } from '../support/caffemodel.ts';
import { fetchSourceTensors, hasShared, testWithShared } from '../support/sharedInBrowser.ts';

const BASE = 'https://model.test/inception-v1/';
const PAGE = '<!doctype html><title>Binsight</title>';

/** How a server answers one try for a file; `null`: not at all. */
type Answer = Response | null;

let tensors: SourceTensors;
let model: PreparedModel;
let shard: Shard;

beforeAll(async () => {
  if (!hasShared) return;
  tensors = await fetchSourceTensors();
  model = await prepareModel(tensors, 'uint8');
  shard = model.shards[1] ?? { path: '', bytes: new Uint8Array() };
});
afterEach(() => vi.unstubAllGlobals());

const nothing = (): void => undefined;
const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it was taken',
    (error: unknown) => error,
  );

function flipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  copy[1000] = (copy[1000] ?? 0) ^ 1;
  return copy;
}

/** Sends the first part, then breaks off. */
function brokenOff(bytes: Uint8Array): Response {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, 100)),
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  return new Response(stream);
}

/** A response that comes when the test sends it. */
function holdBack() {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  return {
    response: new Response(readable),
    send: (bytes: Uint8Array) => void writer.write(new Uint8Array(bytes)),
    end: () => void writer.close(),
  };
}

/** Milliseconds: whoever waits that long waits for the network. */
const SILENCE = 20_000;
/** An answer that never comes. */
const silent = (): Answer => null;

const settle = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

describe('the served model', () => {
  let files: Map<string, string | Uint8Array<ArrayBuffer>>;
  /** Answers that a file gives before its own, one for each try. */
  let faults: Map<string, (() => Answer)[]>;
  let asked: string[];
  /** Pauses between tries, which take no time here. */
  let waits: number[];
  /** What would happen if the network fell silent now. */
  let patience: Map<unknown, () => void>;

  beforeEach(() => {
    files = new Map<string, string | Uint8Array<ArrayBuffer>>();
    if (hasShared) {
      files.set(MANIFEST_FILE, model.manifest);
      for (const { path, bytes } of model.shards) files.set(path, bytes);
    }
    faults = new Map();
    asked = [];
    waits = [];
    patience = new Map();
    vi.stubGlobal('fetch', (url: URL): Promise<Response> => {
      const name = url.href.slice(BASE.length);
      asked.push(name);
      const fault = faults.get(name)?.shift();
      if (fault === silent) return new Promise(() => undefined);
      const file = files.get(name);
      const answer = fault
        ? fault()
        : file === undefined
          ? new Response('not found', { status: 404 })
          : new Response(file);
      return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('Failed to fetch'));
    });
    const { setTimeout, clearTimeout } = globalThis;
    vi.stubGlobal('setTimeout', (run: () => void, milliseconds: number) => {
      const timer = setTimeout(run, milliseconds < SILENCE ? 0 : milliseconds);
      if (milliseconds < SILENCE) waits.push(milliseconds);
      else patience.set(timer, run);
      return timer;
    });
    vi.stubGlobal('clearTimeout', (timer: number) => {
      clearTimeout(timer);
      patience.delete(timer);
    });
  });

  /** The server says nothing for as long as anybody would wait. */
  const fallSilent = async () => {
    await vi.waitFor(() => expect(patience.size).toBe(1));
    for (const [timer, run] of patience) {
      // It has run out; whoever set it takes it away a little later, and it must not be taken for the next one.
      patience.delete(timer);
      run();
    }
  };

  const load = async () => await (await fetchModel(BASE, nothing)).whole;
  const times = (count: number, answer: () => Answer) => Array.from({ length: count }, () => answer);
  const status = (code: number) => () => new Response('', { status: code });

  testWithShared('arrives whole, and tells how far it is', async () => {
    const progress: [number, number][] = [];
    const { whole } = await fetchModel(BASE, (...step) => progress.push(step));
    const loaded = await whole;
    expectSame(loaded, model);
    const total = model.shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(progress[0]).toEqual([0, total]);
    expect(progress.at(-1)).toEqual([total, total]);
    expect(progress.map(([count]) => count)).toEqual(progress.map(([count]) => count).sort((a, b) => a - b));
    expect(new Set(progress.map(([, of]) => of))).toEqual(new Set([total]));
  });

  testWithShared('gives each weight as soon as its bytes are there', async () => {
    const [first, second] = model.shards;
    if (!first || !second) throw new Error('two shards are needed');
    const [ofFirst, ofSecond] = [holdBack(), holdBack()];
    faults.set(first.path, [() => ofFirst.response]);
    faults.set(second.path, [() => ofSecond.response]);
    const incoming = await fetchModel(BASE, nothing);
    const told: string[] = [];
    const waitFor = async (name: string) => {
      const found = await incoming.find(name);
      told.push(name);
      return found;
    };
    const early = waitFor('conv1/7x7_s2/filter');
    const late = waitFor('loss3/classifier/bias');
    void incoming.whole.then(() => told.push('whole'));
    ofFirst.send(first.bytes.subarray(0, 9000));
    await settle();
    expect(told).toEqual([]);
    ofFirst.send(first.bytes.subarray(9000, 500_000));
    const verified = await verifyPrepared(model);
    expect(await early).toEqual(keptWeights(verified)('conv1/7x7_s2/filter'));
    ofSecond.send(second.bytes);
    ofSecond.end();
    expect(await late).toEqual(keptWeights(verified)('loss3/classifier/bias'));
    await settle();
    expect(told).toEqual(['conv1/7x7_s2/filter', 'loss3/classifier/bias']);
    ofFirst.send(first.bytes.subarray(500_000));
    ofFirst.end();
    expectSame(await incoming.whole, model);
  });

  testWithShared('says to whoever waits for a weight why it will not come', async () => {
    files.set(shard.path, shard.bytes.slice(0, -1));
    const incoming = await fetchModel(BASE, nothing);
    expect(await refusal(incoming.find('loss3/classifier/bias'))).toMatchObject({ code: 'model-checksum' });
    // Asked for when all is over.
    expect(await refusal(incoming.find('loss3/classifier/bias'))).toMatchObject({ code: 'model-checksum' });
    expect(await refusal(incoming.find('conv1/bias'))).toMatchObject({ message: /no weight conv1/ });
  });

  testWithShared('starts no network with weights of which one bit is wrong', async () => {
    files.set(shard.path, flipped(shard.bytes));
    const started = startNetwork(await fetchModel(BASE, nothing), 'wasm');
    expect(await refusal(started)).toMatchObject({ code: 'model-checksum', detail: { file: shard.path } });
  });

  it('is missing when there is no manifest', async () => {
    files.clear();
    expect(await refusal(load())).toMatchObject({ code: 'model-missing' });
    expect(asked).toEqual([MANIFEST_FILE]);
  });

  it('is missing when the host answers with its front page', async () => {
    files.set(MANIFEST_FILE, PAGE);
    expect(await refusal(load())).toMatchObject({ code: 'model-missing' });
  });

  it.each<[string, () => Answer, string | number]>([
    ['has an error of its own', status(503), 503],
    ['does not answer', () => null, 'no answer'],
  ])('is not said to be missing when the server %s, three times', async (_, answer, found) => {
    faults.set(MANIFEST_FILE, times(3, answer));
    expect(await refusal(load())).toMatchObject({
      code: 'model-network',
      detail: { file: MANIFEST_FILE, status: found },
    });
    expect(asked.length).toBe(3);
    // Longer each time, so that a busy server gets a rest.
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.length).toBe(2);
  });

  it('is not said to be missing when its manifest breaks off, three times', async () => {
    const start = new TextEncoder().encode(`{${' '.repeat(200)}`);
    faults.set(
      MANIFEST_FILE,
      times(3, () => brokenOff(start)),
    );
    expect(await refusal(load())).toMatchObject({
      code: 'model-network',
      detail: { file: MANIFEST_FILE, status: 'broken off' },
    });
  });

  it('is unknown when its manifest is no manifest', async () => {
    files.set(MANIFEST_FILE, '{"format":"layers-model"}');
    expect(await refusal(load())).toMatchObject({ code: 'model-unknown', detail: { file: MANIFEST_FILE } });
  });

  testWithShared('is unknown when its manifest is not the one that we prepare', async () => {
    const [first] = listShards(parseManifest(model.manifest));
    files.set(MANIFEST_FILE, model.manifest.replace(first?.sha256 ?? 'x', '0'.repeat(64)));
    expect(await refusal(load())).toMatchObject({ code: 'model-unknown' });
    expect(asked).toEqual([MANIFEST_FILE]);
  });

  testWithShared('is incomplete when a shard is not there', async () => {
    files.delete(shard.path);
    expect(await refusal(load())).toMatchObject({
      code: 'model-network',
      detail: { file: shard.path, status: 404 },
    });
  });

  testWithShared.for<[string, (bytes: Uint8Array) => string | Uint8Array<ArrayBuffer>]>([
    ['has one flipped bit', flipped],
    ['is cut short', (bytes) => new Uint8Array(bytes.subarray(0, -1))],
    ['is too long', (bytes) => new Uint8Array([...bytes.subarray(0, 1000), ...bytes])],
    ['is the front page', () => PAGE],
    ['is empty', () => ''],
  ])('is refused when a shard %s', async ([, damage]) => {
    files.set(shard.path, damage(shard.bytes));
    expect(await refusal(load())).toMatchObject({ code: 'model-checksum', detail: { file: shard.path } });
  });

  testWithShared('is incomplete when a shard breaks off, three times', async () => {
    faults.set(
      shard.path,
      times(3, () => brokenOff(shard.bytes)),
    );
    expect(await refusal(load())).toMatchObject({
      code: 'model-network',
      detail: { file: shard.path, status: 'broken off' },
    });
  });

  testWithShared('arrives when a shard falls silent half-way, or is not answered at all', async () => {
    const first = holdBack();
    faults.set(shard.path, [() => first.response, silent]);
    const progress: number[] = [];
    const { whole } = await fetchModel(BASE, (loaded) => progress.push(loaded));
    first.send(shard.bytes.subarray(0, 500_000));
    await fallSilent();
    await fallSilent();
    expectSame(await whole, model);
    expect(asked.filter((name) => name === shard.path)).toHaveLength(3);
    // What comes twice is counted once.
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  testWithShared('is waited for as long as it comes, however slowly', async () => {
    const slow = holdBack();
    faults.set(shard.path, [() => slow.response]);
    const { whole } = await fetchModel(BASE, nothing);
    const pieces = [0, 100, 3_000, 1_000_000, shard.bytes.length];
    for (const [i, to] of pieces.slice(1).entries()) {
      // Patience begins anew with every piece.
      await vi.waitFor(() => expect(patience.size).toBe(1));
      const [before] = patience.keys();
      slow.send(shard.bytes.subarray(pieces[i], to));
      await vi.waitFor(() => expect([...patience.keys()]).not.toEqual([before]));
    }
    slow.end();
    expectSame(await whole, model);
    expect(asked.filter((name) => name === shard.path)).toHaveLength(1);
  });

  it('is not said to be missing when its manifest never comes', async () => {
    faults.set(MANIFEST_FILE, times(3, silent));
    const loading = refusal(load());
    for (let attempt = 0; attempt < 3; attempt++) await fallSilent();
    expect(await loading).toMatchObject({
      code: 'model-network',
      detail: { file: MANIFEST_FILE, status: 'no answer' },
    });
  });

  testWithShared.for<[string, () => Answer]>([
    ['has an error of its own', status(500)],
    ['does not answer', () => null],
  ])('arrives when the server %s twice, for the manifest and for a shard', async ([, answer]) => {
    faults.set(MANIFEST_FILE, times(2, answer));
    faults.set(shard.path, times(2, answer));
    expectSame(await load(), model);
    expect(asked.filter((name) => name === shard.path).length).toBe(3);
  });

  testWithShared('is given up when a shard fails three times', async () => {
    faults.set(shard.path, times(3, status(500)));
    expect(await refusal(load())).toMatchObject({
      code: 'model-network',
      detail: { file: shard.path, status: 500 },
    });
  });
});

describe("the model in the user's files", () => {
  const manifestFile = () => new File([model.manifest], MANIFEST_FILE);
  const shardFiles = () => model.shards.map(({ path, bytes }) => new File([bytes], path));
  const caffemodel = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'bvlc_googlenet.caffemodel');

  testWithShared('is taken from the prepared folder, in any order and with other files in it', async () => {
    const readme = new File(['# Inception v1'], 'README.md');
    expectSame(await modelFromFiles([readme, ...shardFiles().reverse(), manifestFile()]), model);
  });

  testWithShared('holds nothing that was not verified', async () => {
    const stranger = new File([new Uint8Array(100)], 'float16-1of4.bin');
    const taken = await modelFromFiles([manifestFile(), stranger, ...shardFiles()]);
    expect(taken.shards.map(({ path }) => path)).toEqual(model.shards.map(({ path }) => path));
  });

  testWithShared('is taken from the published caffemodel, to the same bytes', async () => {
    const file = caffemodel(writeCaffemodel(caffeLayers(tensors), { field: 'layers', packed: true }));
    expectSame(await modelFromFiles([new File(['x'], 'deploy.prototxt'), file]), model);
  });

  testWithShared('is refused when a shard is missing', async () => {
    const files = [manifestFile(), ...shardFiles().filter(({ name }) => name !== shard.path)];
    expect(await refusal(modelFromFiles(files))).toMatchObject({
      code: 'model-file-missing',
      detail: { file: shard.path },
    });
  });

  testWithShared('is refused when a shard is damaged', async () => {
    const files = shardFiles().filter(({ name }) => name !== shard.path);
    const damaged = new File([flipped(shard.bytes)], shard.path);
    expect(await refusal(modelFromFiles([manifestFile(), ...files, damaged]))).toMatchObject({
      code: 'model-checksum',
      detail: { file: shard.path },
    });
  });

  testWithShared('is refused when a caffemodel has been trained further', async () => {
    const path = 'weights/inception_3a/1x1_bias.bin';
    const other = new Map(tensors).set(
      path,
      (tensors.get(path) ?? new Float32Array()).map((value) => value + 1),
    );
    const file = caffemodel(writeCaffemodel(caffeLayers(other), { field: 'layers', packed: true }));
    expect(await refusal(modelFromFiles([file]))).toMatchObject({
      code: 'model-checksum',
      detail: { file: path },
    });
  });

  it('is refused when a caffemodel is none', async () => {
    expect(await refusal(modelFromFiles([caffemodel(new TextEncoder().encode(PAGE))]))).toMatchObject({
      code: 'model-not-caffemodel',
    });
  });

  it('is refused when there is no manifest, with the name of what was given', async () => {
    const files = [new File([new Uint8Array(8)], '3x3_filter.bin'), new File(['x'], 'b.bin')];
    expect(await refusal(modelFromFiles(files))).toMatchObject({
      code: 'model-no-files',
      detail: { file: '3x3_filter.bin, b.bin' },
    });
    expect(await refusal(modelFromFiles([]))).toMatchObject({ code: 'model-no-files' });
  });
});

/** A database that is never opened: it waits until another connection is closed. */
async function hangingDatabase() {
  const open = indexedDB.open.bind(indexedDB);
  const first = await openDB('kept open', 1);
  vi.stubGlobal('indexedDB', { open: () => open('kept open', 2) });
  const { setTimeout } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void) => setTimeout(run, 0));
  return () => first.close();
}

describe('the kept model', () => {
  const clear = async () => {
    vi.unstubAllGlobals();
    await deleteDB('binsight-model');
  };
  beforeEach(clear);
  afterEach(clear);

  /** What lies in the browser's storage, whoever wrote it. */
  async function put(value: unknown): Promise<void> {
    const database = await openDB('binsight-model', 1, {
      upgrade: (opened) => void opened.createObjectStore('prepared'),
    });
    await database.put('prepared', value, 'inception-v1');
    database.close();
  }

  it('is none before one was kept', async () => {
    expect(await keptModel()).toBeNull();
  });

  testWithShared('comes back as it was, verified', async () => {
    await keepModel(model);
    const kept = await keptModel();
    if (!kept) throw new Error('nothing was kept');
    expectSame(kept, model);
    expect(kept.manifest).toEqual((await verifyPrepared(model)).manifest);
  });

  testWithShared('is replaced by the next one', async () => {
    await keepModel({ ...model, shards: [] });
    await keepModel(model);
    expectSame((await keptModel()) ?? model, model);
    expect(await keptModel()).not.toBeNull();
  });

  testWithShared('is none when one bit of it has changed', async () => {
    const shards = model.shards.map((s) => (s === shard ? { ...s, bytes: flipped(s.bytes) } : s));
    await keepModel({ ...model, shards });
    expect(await keptModel()).toBeNull();
  });

  testWithShared('is none when a part of it is gone', async () => {
    await keepModel({ ...model, shards: model.shards.slice(1) });
    expect(await keptModel()).toBeNull();
  });

  it.each([['text'], [null], [{}], [{ manifest: '{}', shards: [] }], [{ manifest: 1, shards: 2 }]])(
    'is none when something else lies there: %j',
    async (junk) => {
      await put(junk);
      expect(await keptModel()).toBeNull();
    },
  );

  it('says so when this browser keeps nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('storage is off', 'SecurityError');
      },
    });
    expect(await refusal(keepModel({ manifest: '', shards: [] }))).toMatchObject({ code: 'model-not-kept' });
    expect(await keptModel()).toBeNull();
  });

  it('keeps nobody waiting where the database never answers', async () => {
    const letGo = await hangingDatabase();
    expect(await refusal(keepModel({ manifest: '', shards: [] }))).toMatchObject({ code: 'model-not-kept' });
    expect(await keptModel()).toBeNull();
    letGo();
  });
});

describe('the model to be used', () => {
  const refused = Promise.reject(new BinsightError('model-missing'));
  refused.catch(nothing);
  beforeEach(async () => await deleteDB('binsight-model'));
  afterEach(async () => await deleteDB('binsight-model'));

  testWithShared('is the kept one where the served one fails, also half-way', async () => {
    await keepModel(model);
    expectSame(await withModel(refused, ({ whole }) => whole), model);
    const served = arrived(await verifyPrepared(model));
    const used: unknown[] = [];
    await withModel(Promise.resolve(served), async (given) => {
      used.push(given === served);
      if (given === served) throw new BinsightError('model-network', { file: 'x', status: 'broken off' });
    });
    expect(used).toEqual([true, false]);
  });

  testWithShared.for(['model-checksum', 'model-unknown'] as const)(
    'is fetched past all caches where they have it wrong: %s',
    async (code) => {
      const right = arrived(await verifyPrepared(model));
      const wrong = Promise.reject(new BinsightError(code, { file: 'x' }));
      expectSame(
        await withModel(
          wrong,
          ({ whole }) => whole,
          async () => right,
        ),
        model,
      );
    },
  );

  testWithShared('is not another one because of a failure that is not its own', async () => {
    await keepModel(model);
    const served = Promise.resolve(arrived(await verifyPrepared(model)));
    const failing = withModel(served, () => Promise.reject(new BinsightError('backend-refused')));
    expect(await refusal(failing)).toMatchObject({ code: 'backend-refused' });
  });

  it('is none where none was kept', async () => {
    expect(await refusal(withModel(refused, ({ whole }) => whole))).toMatchObject({ code: 'model-missing' });
  });
});

/** toEqual would take seconds for seven million bytes. */
function expectSame(found: VerifiedModel | PreparedModel, expected: PreparedModel): void {
  const text = typeof found.manifest === 'string' ? found.manifest : JSON.stringify(found.manifest);
  expect(JSON.parse(text)).toEqual(JSON.parse(expected.manifest));
  const paths = (shards: readonly Shard[]) => shards.map(({ path }) => path).sort();
  expect(paths(found.shards)).toEqual(paths(expected.shards));
  for (const { path, bytes } of expected.shards) {
    const other = found.shards.find((candidate) => candidate.path === path)?.bytes;
    expect(other?.length, path).toBe(bytes.length);
    expect(
      bytes.every((value, i) => value === other?.[i]),
      path,
    ).toBe(true);
  }
}
