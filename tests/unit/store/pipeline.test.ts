// From dropped photos to verdicts, with workers that die. No photo is lost, and none is computed twice.

import type { Remote } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { type Actions, createActions } from '../../../src/store/actions.ts';
import { createKnown } from '../../../src/store/known.ts';
import { createPhotoFiles } from '../../../src/store/photoFiles.ts';
import { type Pipeline, type PipelineWorkers, startPipeline } from '../../../src/store/pipeline.ts';
import { type Place, photosIn, TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';
import { judgePhoto } from '../../../src/store/verdicts.ts';
import type { FeaturizerApi } from '../../../src/workers/contract.ts';
import { Featurizers } from '../../../src/workers/featurizers.ts';
import { defer, FakeClient, settle } from '../../support/fakeClient.ts';
import { fakeMemory, UNUSED_FEATURIZER } from '../../support/fakeFeaturizers.ts';
import { type FakeWorkers, fakeWorkers, featuresOf, NETWORK } from '../../support/fakeWorkers.ts';

let store: AppStore;
let actions: Actions;
let workers: FakeWorkers;
let pipeline: Pipeline;

/** @param others workers that are not the ones of `workers` */
function start(faults: FakeWorkers['faults'] = {}, others: Partial<PipelineWorkers> = {}): void {
  store = createAppStore();
  const files = createPhotoFiles();
  actions = createActions(store, files);
  workers = fakeWorkers((loaded, total) => store.setState({ network: { status: 'loading', loaded, total } }));
  Object.assign(workers.faults, faults);
  pipeline = startPipeline(
    store,
    actions,
    { ...workers, ...others },
    {
      files,
      known: createKnown(),
      recall: () => Promise.resolve(null),
    },
  );
}

beforeEach(() => start());
afterEach(() => {
  // Whatever went wrong, one photo is computed at a time, and one question answered.
  expect(workers.featurizer.mostPending).toBeLessThanOrEqual(1);
  expect(workers.evaluator.mostPending).toBeLessThanOrEqual(1);
});

const project = () => store.getState().history.present;
const network = () => store.getState().network;
const drop = (place: Place, ...texts: readonly string[]) =>
  actions.arrive(texts.map((text) => ({ name: `${text}.jpg`, file: new Blob([text]), target: { place } })));
const keyOf = (text: string) => project().photos.find(({ name }) => name === `${text}.jpg`)?.key ?? '';
const workOf = (text: string) => store.getState().work[keyOf(text)];
const statuses = () =>
  Object.fromEntries(
    project().photos.map(({ name, key }) => [name.replace('.jpg', ''), store.getState().work[key]?.status]),
  );
const all = (texts: readonly string[], status: string) =>
  Object.fromEntries(texts.map((text) => [text, status]));
const names = (place: Place) => photosIn(project(), place).map(({ name }) => name);
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);

/** Waits for the pipeline: it must come to it by itself. */
async function until(reached: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !reached(); turn++) await settle();
  if (!reached())
    throw new Error(`this never came; photos: ${JSON.stringify(statuses())}, network: ${network().status}`);
}
/** Every photo has come as far as it will: ready or failed. */
const finished = () =>
  until(() =>
    project().photos.every(({ key }) =>
      ['ready', 'failed'].includes(store.getState().work[key]?.status ?? ''),
    ),
  );
const dieOnce = (client: { die(): void }, wanted: string) => {
  let died = false;
  return (text: string) => {
    if (died || text !== wanted) return;
    died = true;
    client.die();
    return new Promise<void>(() => undefined);
  };
};
const dieAlways = (client: { die(): void }, wanted: string) => (text: string) => {
  if (text !== wanted) return;
  client.die();
  return new Promise<void>(() => undefined);
};

describe("the talk's 27 photos", () => {
  const classic = numbered('classic', 10);
  const modern = numbered('modern', 10);
  const test = numbered('test', 7);

  it('are all read and featurized once, learned from and judged', async () => {
    drop('bin-1', ...classic);
    drop('bin-2', ...modern);
    drop(TRAY, ...test);
    await finished();
    await until(() => store.getState().trained?.classifier.photos === 20);
    const everything = [...classic, ...modern, ...test];
    expect(statuses()).toEqual(all(everything, 'ready'));
    expect(workers.featurized).toEqual(everything);
    expect(workers.read).toEqual(everything);
    expect(workOf('test3')).toMatchObject({
      picture: { sha256: 'test3', width: 300, height: 200, thumbnail: expect.stringMatching(/^blob:/) },
      features: featuresOf('test3'),
    });
    expect(store.getState().photoMs).toBeGreaterThanOrEqual(0);
    const { trained } = store.getState();
    if (!trained) throw new Error('nothing was learned');
    const { settings } = project();
    expect(judgePhoto(trained, featuresOf('classic3'), settings)?.binId).toBe('bin-1');
    expect(judgePhoto(trained, featuresOf('modern3'), settings)?.binId).toBe('bin-2');
  });

  it('wait for the network: their pictures show early, but only 64 squares are held', async () => {
    const ready = defer<undefined>();
    start({ start: () => ready.promise });
    drop(TRAY, ...numbered('a', 100));
    await until(() => workers.read.length >= 64);
    await settle();
    expect(workers.read.length).toBe(64);
    expect(workOf('a0')).toMatchObject({ status: 'reading', picture: { sha256: 'a0' } });
    expect(workOf('a99')).toEqual({ status: 'queued' });
    ready.resolve(undefined);
    await finished();
    expect(statuses()).toEqual(all(numbered('a', 100), 'ready'));
  });
});

describe('a reader that dies', () => {
  it('once: the photo is read again, and the others too', async () => {
    workers.faults.read = dieOnce(workers.reader, 'b');
    drop(TRAY, ...'abc');
    await finished();
    expect(statuses()).toEqual(all([...'abc'], 'ready'));
    expect(workers.read).toEqual([...'abbc']);
    expect(workers.reader.starts).toBe(2);
  });

  it('always on one photo: its tile says so, the others are ready', async () => {
    workers.faults.read = dieAlways(workers.reader, 'b');
    drop(TRAY, ...'abc');
    await finished();
    expect(statuses()).toEqual({ a: 'ready', b: 'failed', c: 'ready' });
    expect(workOf('b')).toMatchObject({ error: { code: 'worker-failed' } });
    expect(workers.read.filter((text) => text === 'b').length).toBe(3);
  });

  it('is given the photo again on request, and may die once more', async () => {
    workers.faults.read = dieAlways(workers.reader, 'b');
    drop(TRAY, 'b');
    await finished();
    workers.faults.read = dieOnce(workers.reader, 'b');
    actions.retry(keyOf('b'));
    await finished();
    expect(statuses()).toEqual({ b: 'ready' });
  });

  it('before it ever came is no fault of any photo: one says so, the others wait, and all are read once it is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    workers.faults.read = () => Promise.reject(new BinsightError('worker-missing', { worker: 'reader' }));
    drop(TRAY, ...'abc');
    await until(() => workOf('a')?.status === 'failed');
    await settle();
    expect(statuses()).toEqual({ a: 'failed', b: 'queued', c: 'queued' });
    expect(workOf('a')).toMatchObject({ error: { code: 'worker-missing' } });
    delete workers.faults.read;
    await vi.advanceTimersByTimeAsync(5_000);
    await finished();
    expect(statuses()).toEqual(all([...'abc'], 'ready'));
    expect(workers.read).toEqual([...'aabc']);
  });

  it('while a photo is looked at is back for the next', async () => {
    drop(TRAY, 'a');
    await finished();
    workers.faults.read = dieOnce(workers.reader, 'a');
    await expect(pipeline.readSquare(keyOf('a'))).rejects.toMatchObject({ code: 'worker-failed' });
    expect(await pipeline.readSquare(keyOf('a'))).toEqual(new TextEncoder().encode('a'));
  });
});

it('does not try a photo again that is at fault itself', async () => {
  workers.faults.read = (text) => {
    if (text === 'b') throw new BinsightError('photo-truncated', { mediaType: 'image/png' });
  };
  drop(TRAY, ...'abc');
  await finished();
  expect(statuses()).toEqual({ a: 'ready', b: 'failed', c: 'ready' });
  expect(workOf('b')).toMatchObject({
    error: { code: 'photo-truncated', detail: { mediaType: 'image/png' } },
  });
  expect(workers.read).toEqual([...'abc']);
});

describe('pictures that are no photos of the project', () => {
  const see = (text: string) => pipeline.see(new Blob([text]));

  it('come through while photos do, and the other way round', async () => {
    await until(() => network().status === 'ready');
    const photos = numbered('a', 6);
    drop(TRAY, ...photos);
    // As a camera does: one at a time, the next one as soon as that has been seen.
    for (const frame of numbered('f', 6)) {
      expect(await see(frame)).toMatchObject(featuresOf(frame));
    }
    await finished();
    expect(statuses()).toEqual(all(photos, 'ready'));
    const order = workers.featurized.map((text) => text[0]).join('');
    expect(order).toHaveLength(12);
    // As long as there are both.
    expect(order.replace(/(a+|f+)$/, '')).not.toMatch(/aaa|fff/);
  });

  it('are asked about in vain when their worker dies, but not the next time', async () => {
    start();
    workers.faults.featurize = dieOnce(workers.featurizer, 'f');
    await expect(see('f')).rejects.toMatchObject({ code: 'worker-failed' });
    expect(await see('f')).toMatchObject(featuresOf('f'));
    expect(network().status).toBe('ready');
  });
});

describe('a featurizer that dies', () => {
  it('mid-way is started again, and no photo is lost', async () => {
    workers.faults.featurize = dieOnce(workers.featurizer, 'b');
    drop('bin-1', ...'abc');
    drop('bin-2', ...'def');
    await finished();
    expect(statuses()).toEqual(all([...'abcdef'], 'ready'));
    expect([...workers.featurized].sort()).toEqual([...'abbcdef']);
    expect(workers.featurizer.starts).toBe(2);
    await until(() => network().status === 'ready');
    await until(() => store.getState().trained?.classifier.photos === 6);
  });

  it('or only fails, as with a lost GPU, is started anew for the same photo', async () => {
    let lost = true;
    workers.faults.featurize = () => {
      if (lost) throw new Error('context lost');
    };
    workers.faults.start = () => {
      lost = workers.featurizer.starts < 2;
    };
    drop(TRAY, ...'abc');
    await finished();
    expect(statuses()).toEqual(all([...'abc'], 'ready'));
    expect(workers.featurizer.starts).toBe(2);
  });

  it('on one photo always: its tile says so, the others are ready', async () => {
    workers.faults.featurize = dieAlways(workers.featurizer, 'b');
    drop(TRAY, ...'abcd');
    await finished();
    expect(statuses()).toEqual({ a: 'ready', b: 'failed', c: 'ready', d: 'ready' });
    expect(workOf('b')).toMatchObject({ error: { code: 'worker-failed' } });
    expect(workers.featurized.filter((text) => text === 'b').length).toBe(3);
    await until(() => network().status === 'ready');
  });

  it('between two photos is started again, and the page says ready again', async () => {
    drop(TRAY, 'a');
    await finished();
    workers.featurizer.die();
    drop(TRAY, ...'bcd');
    await finished();
    expect(statuses()).toEqual(all([...'abcd'], 'ready'));
    await until(() => network().status === 'ready');
    expect(workers.featurizer.starts).toBe(2);
  });

  it('whose code cannot be fetched any more is no fault of a photo, however often', async () => {
    const missing = new BinsightError('worker-missing', { worker: 'featurizer' });
    workers.faults.featurize = () => {
      workers.faults.start = () => Promise.reject(missing);
      throw missing;
    };
    drop(TRAY, 'a');
    for (let time = 1; time <= 4; time++) {
      await until(() => network().status === 'failed');
      expect(network()).toEqual({ status: 'failed', error: missing });
      expect(statuses()).not.toEqual({ a: 'failed' });
      delete workers.faults.start;
      if (time === 4) delete workers.faults.featurize;
      pipeline.reloadNetwork();
    }
    await finished();
    expect(statuses()).toEqual({ a: 'ready' });
    expect(workers.featurized).toEqual([...'aaaaa']);
  });

  it.each([
    ['between two photos', (w: FakeWorkers) => w.featurizer.die()],
    [
      'at a photo',
      (w: FakeWorkers) => void Object.assign(w.faults, { featurize: dieOnce(w.featurizer, 'b') }),
    ],
  ])('%s and cannot be started again: that is no fault of the photos, which wait', async (_, kill) => {
    drop(TRAY, 'a');
    await finished();
    kill(workers);
    const offline = new BinsightError('model-network', { file: 'manifest.json', status: 'no answer' });
    workers.faults.start = () => Promise.reject(offline);
    drop(TRAY, ...'bcd');
    await until(() => network().status === 'failed');
    await settle();
    expect(network()).toEqual({ status: 'failed', error: offline });
    expect(Object.values(statuses())).not.toContain('failed');
    delete workers.faults.start;
    pipeline.reloadNetwork();
    await finished();
    expect(statuses()).toEqual(all([...'abcd'], 'ready'));
    expect(network()).toEqual({ status: 'ready', info: NETWORK });
  });
});

describe('the same photo', () => {
  it('twice in one bin is kept once, and says so', async () => {
    drop('bin-1', 'a', 'b');
    await finished();
    actions.arrive([{ name: 'copy of a.jpg', file: new Blob(['a']), target: { place: 'bin-1' } }]);
    await until(() => store.getState().notices.length > 0);
    expect(names('bin-1')).toEqual(['a.jpg', 'b.jpg']);
    expect(store.getState().notices).toMatchObject([
      { kind: 'already-there', names: ['copy of a.jpg'], place: 'bin-1' },
    ]);
    expect(workers.featurized).toEqual(['a', 'b']);
  });

  it('moved onto itself leaves its old place, and can be brought back', async () => {
    drop('bin-1', 'a', 'b');
    drop('bin-2', 'a');
    await finished();
    actions.move([keyOf('a')], 'bin-2');
    expect(names('bin-1')).toEqual(['b.jpg']);
    expect(names('bin-2')).toEqual(['a.jpg']);
    expect(store.getState().notices).toMatchObject([
      { kind: 'already-there', names: ['a.jpg'], place: 'bin-2' },
    ]);
    actions.undo();
    expect(names('bin-1')).toEqual(['a.jpg', 'b.jpg']);
  });

  it('twice in one drop is kept once', async () => {
    drop('bin-1', 'a', 'a', 'b', 'a');
    await until(() => workers.read.length === 4);
    await finished();
    expect(names('bin-1')).toEqual(['a.jpg', 'b.jpg']);
    expect(workers.featurized).toEqual(['a', 'b']);
  });

  it('a thousand times, among a thousand that are none, is told in a few changes', async () => {
    workers.faults.read = (text) => {
      if (text.startsWith('bad')) throw new BinsightError('photo-empty');
    };
    let changes = 0;
    store.subscribe(() => changes++);
    drop(TRAY, 'a', ...new Array<string>(1000).fill('a'), ...numbered('bad', 1000));
    await until(() => workers.read.length >= 2001);
    await finished();
    expect(names(TRAY)).toHaveLength(1001);
    expect(workers.read).toHaveLength(2001);
    expect(store.getState().notices).toMatchObject([{ kind: 'already-there' }]);
    expect(store.getState().notices[0]).toHaveProperty('names.length', 1000);
    expect(changes).toBeLessThan(500);
  });

  it('twice in one drop is kept once, even if the featurizer dies at it', async () => {
    workers.faults.featurize = dieOnce(workers.featurizer, 'a');
    drop('bin-1', 'a', 'b', 'a');
    await until(() => workers.featurized.length === 3);
    await finished();
    expect(names('bin-1').sort()).toEqual(['a.jpg', 'b.jpg']);
  });

  it.each(['before', 'while'])(
    'in two bins and the tray, read %s the network works, is featurized once',
    async (when) => {
      const ready = defer<undefined>();
      if (when === 'before') start({ start: () => ready.promise });
      drop('bin-1', 'a');
      drop('bin-2', 'a', 'b');
      drop(TRAY, 'a');
      if (when === 'before') await until(() => workers.read.length === 4);
      ready.resolve(undefined);
      await finished();
      expect([names('bin-1'), names('bin-2'), names(TRAY)]).toEqual([
        ['a.jpg'],
        ['a.jpg', 'b.jpg'],
        ['a.jpg'],
      ]);
      expect(workers.featurized).toEqual(['a', 'b']);
      const thumbnails = project().photos.flatMap(({ key }) => {
        const work = store.getState().work[key];
        return work?.status === 'ready' && work.picture.sha256 === 'a' ? [work.picture.thumbnail] : [];
      });
      expect(thumbnails.length).toBe(3);
      expect(new Set(thumbnails).size).toBe(1);
    },
  );
});

describe('nothing is computed again', () => {
  it('when a photo is removed and that is undone', async () => {
    drop('bin-1', 'a', 'b');
    await finished();
    actions.remove([keyOf('a')]);
    await settle();
    actions.undo();
    await settle();
    expect(statuses()).toEqual({ a: 'ready', b: 'ready' });
    expect(workers.read).toEqual(['a', 'b']);
    expect(workers.featurized).toEqual(['a', 'b']);
  });

  it('when it is removed and dropped again', async () => {
    drop('bin-1', 'a');
    await finished();
    actions.remove([keyOf('a')]);
    drop('bin-2', 'a');
    await finished();
    expect(statuses()).toEqual({ a: 'ready' });
    expect(workers.featurized).toEqual(['a']);
  });

  it('when it is dropped again while the network is not there: it is ready at once', async () => {
    drop('bin-1', 'a');
    await finished();
    store.setState({ network: { status: 'missing' } });
    drop('bin-2', 'a');
    await finished();
    expect(project().photos.map(({ key }) => store.getState().work[key]?.status)).toEqual(['ready', 'ready']);
  });

  it('when it moves, or its bin is renamed', async () => {
    drop('bin-1', 'a');
    await finished();
    actions.move([keyOf('a')], 'bin-2');
    actions.renameBin('bin-2', 'new');
    await settle();
    expect(workers.featurized).toEqual(['a']);
  });

  it('for a photo that is removed before it was read; when that is undone, it is read', async () => {
    const hold = defer<undefined>();
    workers.faults.read = (text) => (text === 'a' ? hold.promise : undefined);
    drop(TRAY, 'a', 'b');
    await until(() => workers.read.length === 1);
    actions.remove([keyOf('b')]);
    hold.resolve(undefined);
    await finished();
    expect(workers.read).toEqual(['a']);
    actions.undo();
    await finished();
    expect(statuses()).toEqual({ a: 'ready', b: 'ready' });
  });

  it('for a photo that is removed while it is read; undone, it is there', async () => {
    const hold = defer<undefined>();
    workers.faults.read = () => hold.promise;
    drop(TRAY, 'a');
    await until(() => workers.read.length === 1);
    actions.remove([keyOf('a')]);
    hold.resolve(undefined);
    await settle();
    actions.undo();
    await finished();
    expect(statuses()).toEqual({ a: 'ready' });
    // Read again, which is quick: its square was let go, so as not to be in the way of others.
    expect(workers.read).toEqual(['a', 'a']);
    expect(workers.featurized).toEqual(['a']);
  });

  it('and a removed photo does not hold up the next one', async () => {
    const ready = defer<undefined>();
    start({ start: () => ready.promise });
    drop(TRAY, 'a', 'b', 'c');
    await until(() => workers.read.length === 3);
    actions.clear();
    drop(TRAY, 'd');
    await until(() => workers.read.length === 4);
    ready.resolve(undefined);
    await finished();
    expect(workers.featurized).toEqual(['d']);
  });
});

describe('a trained model', () => {
  beforeEach(async () => {
    drop('bin-1', ...numbered('classic', 3));
    drop('bin-2', ...numbered('modern', 3));
    drop(TRAY, 'test');
    await finished();
    await until(() => store.getState().trained?.classifier.photos === 6);
  });
  const evaluated = () => until(() => store.getState().evaluation?.of === store.getState().trained);

  it('is judged by photos left out', async () => {
    await evaluated();
    const { evaluation, evaluationError } = store.getState();
    expect(evaluation?.heldOut).toMatchObject({ tried: 6, right: 6, accuracy: 1 });
    expect(evaluationError).toBeNull();
    expect(workers.evaluated.at(-1)).toBe('judge');
    expect(workers.evaluated).not.toContain('curve');
  });

  it('is looked at closer once somebody asks, each question once', async () => {
    await evaluated();
    workers.evaluated.length = 0;
    actions.lookCloser(true);
    await until(() => store.getState().closerLook?.heads !== undefined);
    await settle();
    expect(workers.evaluated).toEqual(['curve', 'map', 'compareFeatures', 'compareHeads']);
    const look = store.getState().closerLook;
    expect(look).toMatchObject({ tests: ['test'], map: { rows: { length: 6 }, tests: { length: 1 } } });
    expect(look?.features?.map(({ right }) => right)).toEqual([6, 6, 6]);
    expect(look?.curve?.points.map(({ perBin }) => perBin)).toEqual([1, 2]);
  });

  it('knows when a photo is like none of its own', () => {
    const { trained } = store.getState();
    const { settings } = project();
    if (!trained) throw new Error('nothing was learned');
    expect(trained.novelty).toMatchObject({ photos: 6 });
    expect(judgePhoto(trained, featuresOf('classic9'), settings)?.neither).toBe(false);
    expect(judgePhoto(trained, featuresOf('~'), settings)?.neither).toBe(true);
  });

  it('learns from other features, or at another C, without a look at any photo', async () => {
    const [read, featurized] = [[...workers.read], [...workers.featurized]];
    actions.set({ features: 'pool5' });
    await until(() => store.getState().trained?.set.kind === 'pool5');
    const asked = workers.trained.at(-1);
    expect(asked?.rows[0]).toEqual(featuresOf('classic0').pool5);
    expect(asked?.logits[0]).toEqual(featuresOf('classic0').logits);
    expect(store.getState().trained?.classifier.scaling.mean.length).toBe(12);
    actions.set({ features: 'inception_4d', C: 0.5 });
    await until(() => store.getState().trained?.set.kind === 'inception_4d');
    expect(store.getState().trained?.classifier).toMatchObject({ C: 0.5, photos: 6 });
    await evaluated();
    expect(workers.read).toEqual(read);
    expect(workers.featurized).toEqual(featurized);
    const trainings = workers.trained.length;
    actions.undo();
    await until(() => store.getState().trained?.set.kind === 'pool5');
    expect(store.getState().trained?.classifier.C).toBe(10);
    expect(workers.trained.length).toBe(trainings + 1);
  });

  it('is not trained again when photos may no longer be called neither', async () => {
    await evaluated();
    const before = [workers.trained.length, workers.evaluated.length];
    actions.set({ neither: false });
    await settle();
    expect([workers.trained.length, workers.evaluated.length]).toEqual(before);
  });

  it('of which no evaluation can be made is used all the same, and says why', async () => {
    await evaluated();
    const failure = new BinsightError('train-failed');
    workers.faults.evaluate = () => Promise.reject(failure);
    actions.move([keyOf('classic0')], TRAY);
    await until(() => store.getState().evaluationError !== null);
    const asked = workers.evaluated.length;
    await settle();
    expect(store.getState().evaluationError).toBe(failure);
    expect(store.getState().trained?.classifier.photos).toBe(5);
    expect(workers.evaluated.length).toBe(asked);
    delete workers.faults.evaluate;
    actions.undo();
    await until(() => store.getState().trained?.classifier.photos === 6);
    await evaluated();
    expect(store.getState().evaluationError).toBeNull();
  });
});

describe('a network that is not there', () => {
  const missing = new BinsightError('model-missing');

  beforeEach(async () => {
    start({ start: () => Promise.reject(missing) });
    drop(TRAY, 'a');
    await until(() => network().status === 'missing');
  });

  it('is said, and the photos wait with their pictures', async () => {
    await until(() => workers.read.length === 1);
    await settle();
    expect(workOf('a')).toMatchObject({ status: 'reading', picture: { sha256: 'a' } });
  });

  it("is taken from the user's files, and the photos go on", async () => {
    workers.faults.install = () => {
      delete workers.faults.start;
    };
    const installing = pipeline.installModel([]);
    expect(network().status).toBe('installing');
    await installing;
    expect(network()).toEqual({ status: 'ready', info: NETWORK });
    await finished();
    expect(statuses()).toEqual({ a: 'ready' });
    // Its worker is stopped: the next call starts another.
    await workers.installer.ready();
    expect(workers.installer.starts).toBe(2);
  });

  it.each([
    ['a known error', new BinsightError('model-checksum', { file: 'x.bin' }), 'model-checksum'],
    ['an unknown one', new Error('out of memory'), 'worker-failed'],
  ])("stays missing when the user's files are refused with %s, which is said", async (_, error, code) => {
    workers.faults.install = () => Promise.reject(error);
    await pipeline.installModel([]);
    expect(store.getState().notices).toMatchObject([{ kind: 'model-refused', error: { code } }]);
    expect(network()).toEqual({ status: 'missing' });
  });

  it('is looked for again on request', async () => {
    delete workers.faults.start;
    pipeline.reloadNetwork();
    expect(network().status).toBe('loading');
    await finished();
    expect(statuses()).toEqual({ a: 'ready' });
  });
});

it('says why a network could not be started', async () => {
  const error = new BinsightError('backend-none', { tried: 'cpu: no' });
  start({ start: () => Promise.reject(error) });
  await until(() => network().status === 'failed');
  expect(network()).toEqual({ status: 'failed', error });
});

describe('a network that comes back with other weights', () => {
  it('looks at every photo again, so that no numbers are mixed', async () => {
    drop('bin-1', 'a');
    await finished();
    let starts = 0;
    workers.faults.start = () => {
      starts++;
      return 'other';
    };
    workers.faults.featurize = dieOnce(workers.featurizer, 'b');
    drop('bin-1', 'b');
    await until(() => starts === 1);
    await finished();
    expect(statuses()).toEqual({ a: 'ready', b: 'ready' });
    expect(workers.featurized.filter((text) => text === 'a')).toHaveLength(2);
  });

  it('keeps no late answer of the one before: that photo is seen again, which is no failure of its', async () => {
    const seen: string[] = [];
    const late = defer<void>();
    // One of full precision that is slow, and one of half.
    const featurizers = new Featurizers({
      createClient(prepare) {
        let modelId = '';
        const api: FeaturizerApi = {
          ...UNUSED_FEATURIZER,
          loadModel: async () => undefined,
          start: async (backend) => {
            modelId = backend === 'webgl' ? 'fake/half' : 'fake';
            return { ...NETWORK, backend, modelId };
          },
          featurize: async ([square]) => {
            const text = new TextDecoder().decode(square);
            seen.push(`${text} ${modelId}`);
            if (modelId === 'fake') await late.promise;
            return { features: [featuresOf(modelId === 'fake' ? text : text.toUpperCase())], photoMs: 1 };
          },
        };
        return new FakeClient(api, () => prepare(api as unknown as Remote<FeaturizerApi>, () => true));
      },
      modelBase: '',
      manifest: Promise.resolve(null),
      only: null,
      memory: fakeMemory(null, 'wasm'),
      lanes: 1,
      onProgress: () => undefined,
    });
    start({}, { featurizers });
    drop(TRAY, 'a');
    await until(() => seen.length === 1);
    pipeline.chooseBackend('webgl');
    await until(() => store.getState().modelId === 'fake/half');
    late.resolve();
    await finished();
    expect(workOf('a')).toMatchObject({
      status: 'ready',
      features: { ...featuresOf('A'), backend: 'webgl' },
    });
    expect(seen).toEqual(['a fake', 'a fake/half']);
  });
});
