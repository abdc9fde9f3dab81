// When the evaluator is asked what: one question at a time, the quick one first, the newest classifier wins. Answers are
// the real ones, and come when the test says so.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { createEvaluation } from '../../../src/store/evaluation.ts';
import { record } from '../../../src/store/history.ts';
import type { PhotoKey, Place, Project } from '../../../src/store/project.ts';
import * as project from '../../../src/store/project.ts';
import { TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore, type PhotoWork } from '../../../src/store/state.ts';
import type { EvaluatorApi } from '../../../src/workers/contract.ts';
import { type Deferred, defer, FakeClient, settle } from '../../support/fakeClient.ts';
import { evaluatorApi } from '../../support/fakeWorkers.ts';
import { photo, readyWork, trainedOn } from '../../support/project.ts';

type Question = keyof EvaluatorApi;

let store: AppStore;
let evaluator: FakeClient<EvaluatorApi>;
/** Every question that was asked, in order, with what ends it. */
let asked: (Deferred<void> & { readonly question: Question })[];
/** What the questions were about, as the evaluator saw it. */
let requests: Parameters<EvaluatorApi[Question]>[0][];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  asked = [];
  requests = [];
  const answers = evaluatorApi((question) => {
    const wait = { ...defer<void>(), question };
    asked.push(wait);
    return wait.promise;
  });
  const noted = <Request extends (typeof requests)[number], T>(answer: (request: Request) => Promise<T>) => {
    return (request: Request) => {
      requests.push(request);
      return answer(request);
    };
  };
  evaluator = new FakeClient<EvaluatorApi>({
    judge: noted(answers.judge),
    curve: noted(answers.curve),
    compareFeatures: noted(answers.compareFeatures),
    compareHeads: noted(answers.compareHeads),
    map: noted(answers.map),
  });
  store = createAppStore();
  const evaluation = createEvaluation(store, evaluator);
  store.subscribe(() => evaluation.pump());
  for (const key of [...'abc']) add(key, 'bin-1');
  for (const key of [...'xyz']) add(key, 'bin-2');
});
afterEach(() => {
  expect(evaluator.mostPending).toBeLessThanOrEqual(1);
  vi.useRealTimers();
});

const change = (next: (current: Project) => Project) =>
  store.setState(({ history }) => ({ history: record(history, next(history.present)) }));
const setWork = (key: PhotoKey, work: PhotoWork) =>
  store.setState((state) => ({ work: { ...state.work, [key]: work } }));

/** A photo that is ready at once; its key is its content. */
function add(key: PhotoKey, place: Place): void {
  setWork(key, ready(key));
  change((p) => project.addPhotos(p, [photo(key, place)]));
}
const ready = (key: PhotoKey) => readyWork(key, key.charCodeAt(0), (7 * key.charCodeAt(0)) % 11);

/** A training ends, with what the bins hold now. */
function train() {
  const { history, work } = store.getState();
  const trained = trainedOn(history.present, work);
  store.setState({ trained, training: { status: 'ready' } });
  return trained;
}

/** The evaluator answers the question that was asked last, or the one with this number. */
async function finish(number = asked.length - 1): Promise<void> {
  const question = asked[number];
  if (!question) throw new Error(`question ${number} was not asked`);
  question.resolve(undefined);
  await settle();
}
async function fail(error: unknown): Promise<void> {
  asked.at(-1)?.reject(error);
  await settle();
}
async function die(): Promise<void> {
  evaluator.die();
  await settle();
}
const later = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
const questions = () => asked.map(({ question }) => question);
const look = () => store.getState().closerLook;
const CLOSER: readonly Question[] = ['curve', 'map', 'compareFeatures', 'compareHeads'];

describe('a trained classifier', () => {
  it('is judged once, by photos left out', async () => {
    const trained = train();
    await settle();
    expect(questions()).toEqual(['judge']);
    const { labels, targets, C, kind, rows } = trained.set;
    expect(requests[0]).toEqual({ labels, targets, C, rows: rows.map((row) => row[kind]) });
    expect(store.getState().evaluation).toBeNull();
    await finish();
    const { evaluation, evaluationError } = store.getState();
    expect(evaluation?.of).toBe(trained);
    expect(evaluation?.heldOut).toMatchObject({ tried: 6, holding: { method: 'leave-one-out' } });
    expect(evaluation?.calibration.status).toBe('withheld');
    expect(evaluationError).toBeNull();
  });

  it('is not judged again, whatever else changes', async () => {
    train();
    await settle();
    await finish();
    add('t', TRAY);
    change((p) => project.renameBin(p, 'bin-1', 'old'));
    store.setState({ chosen: 't' });
    setWork('u', { status: 'queued' });
    await settle();
    expect(questions()).toEqual(['judge']);
  });

  it('is judged by the kind of features that it learned from', async () => {
    change((p) => project.changeSettings(p, { features: 'inception_4d', C: 3 }));
    train();
    await settle();
    expect(requests[0]).toMatchObject({ C: 3, rows: { length: 6, 0: { length: 4 } } });
    await finish();
    expect(store.getState().evaluation?.of.set.kind).toBe('inception_4d');
  });

  it('is not judged while photos of the bins are on their way, as there will be another; those of the tray may be', async () => {
    change((p) => project.addPhotos(p, [photo('x', 'bin-1'), photo('t', TRAY)]));
    setWork('x', { status: 'reading' });
    setWork('t', { status: 'queued' });
    train();
    await settle();
    expect(questions()).toEqual([]);
    setWork('x', ready('x'));
    train();
    await settle();
    expect(questions()).toEqual(['judge']);
  });

  it('that is gone is asked nothing more about, and no answer of it is kept', async () => {
    train();
    await settle();
    store.setState({ trained: null });
    await finish();
    expect(store.getState().evaluation).toBeNull();
    expect(questions()).toEqual(['judge']);
  });

  it('nothing is asked before there is one', async () => {
    store.setState({ closer: true });
    await settle();
    expect(questions()).toEqual([]);
  });
});

describe('a newer classifier', () => {
  it('is judged as soon as a short question about the old one has ended, whose answer is dropped', async () => {
    train();
    await settle();
    later(200);
    const newer = train();
    await settle();
    expect(questions()).toEqual(['judge']);
    await finish(0);
    expect(store.getState().evaluation).toBeNull();
    expect(questions()).toEqual(['judge', 'judge']);
    await finish(1);
    expect(store.getState().evaluation?.of).toBe(newer);
    expect(evaluator.starts).toBe(1);
  });

  it('keeps the last evaluation on the page until its own is there', async () => {
    const first = train();
    await settle();
    await finish();
    train();
    await settle();
    expect(store.getState().evaluation?.of).toBe(first);
  });

  it('has a long question about the old one cut short', async () => {
    train();
    await settle();
    later(400);
    expect(evaluator.starts).toBe(1);
    const newer = train();
    await settle();
    expect(evaluator.starts).toBe(2);
    expect(questions()).toEqual(['judge', 'judge']);
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: newer }, evaluationError: null });
  });

  it('has a question about the old one cut short that turns out to be long', async () => {
    train();
    await settle();
    later(200);
    const newer = train();
    await settle();
    later(200);
    await settle();
    expect(evaluator.starts).toBe(2);
    expect(questions()).toEqual(['judge', 'judge']);
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: newer }, evaluationError: null });
  });

  it('has a closer look at the old one cut short as well, and its own begun with a judgement', async () => {
    store.setState({ closer: true });
    train();
    await settle();
    await finish();
    later(1000);
    train();
    await settle();
    expect(questions()).toEqual(['judge', 'curve', 'judge']);
    expect(evaluator.starts).toBe(2);
  });

  it('is not in the way of a long question that nothing newer waits for', async () => {
    store.setState({ closer: true });
    train();
    await settle();
    later(60_000);
    add('t', TRAY);
    await settle();
    expect(evaluator.starts).toBe(1);
    await finish();
    expect(questions()).toEqual(['judge', 'curve']);
  });
});

describe('the closer look', () => {
  it('is taken while somebody looks, part by part', async () => {
    const trained = train();
    await settle();
    await finish();
    expect(questions()).toEqual(['judge']);
    store.setState({ closer: true });
    await settle();
    expect(questions().slice(1)).toEqual(['curve']);
    await finish();
    expect(look()).toMatchObject({ of: trained, curve: { repeats: 2 } });
    expect(look()).not.toHaveProperty('map');
    await finish();
    expect(look()?.map?.rows.length).toBe(6);
    expect(look()).not.toHaveProperty('features');
    await finish();
    expect(look()?.features?.map(({ name }) => name)).toEqual(['logits', 'pool5', 'inception_4d']);
    expect(look()).not.toHaveProperty('heads');
    await finish();
    expect(look()?.heads?.map(({ name }) => name)).toEqual(['svm', 'softmax', 'nearest']);
    expect(questions().slice(1)).toEqual(CLOSER);
    store.setState({ chosen: 'a' });
    await settle();
    expect(asked.length).toBe(5);
  });

  it('ends when nobody looks any more, and goes on when somebody does', async () => {
    store.setState({ closer: true });
    train();
    await settle();
    await finish();
    store.setState({ closer: false });
    await finish();
    expect(questions()).toEqual(['judge', 'curve']);
    expect(look()?.curve).toBeDefined();
    store.setState({ closer: true });
    await settle();
    expect(questions()).toEqual(['judge', 'curve', 'map']);
  });

  it.each(['queued', 'reading'] as const)('waits while a photo is %s', async (status) => {
    store.setState({ closer: true });
    change((p) => project.addPhotos(p, [photo('t', TRAY)]));
    setWork('t', { status });
    train();
    await settle();
    await finish();
    expect(questions()).toEqual(['judge']);
    setWork('t', ready('t'));
    await settle();
    expect(questions()).toEqual(['judge', 'curve']);
  });

  it('does not wait for a photo that failed, nor for one that was taken out', async () => {
    store.setState({ closer: true });
    change((p) => project.addPhotos(p, [photo('t', TRAY)]));
    setWork('t', { status: 'failed', error: new BinsightError('photo-empty') });
    setWork('gone', { status: 'queued' });
    train();
    await settle();
    await finish();
    expect(questions()).toEqual(['judge', 'curve']);
  });

  it('has the test photos in it, those that are ready', async () => {
    add('t', TRAY);
    add('u', TRAY);
    store.setState({ closer: true });
    const { set } = train();
    await settle();
    for (let part = 0; part < 5; part++) await finish();
    expect(look()?.tests).toEqual(['t', 'u']);
    expect(look()?.map?.tests.length).toBe(2);
    expect(look()?.heads?.every(({ testLabels }) => testLabels.length === 2)).toBe(true);
    const tests = [ready('t').features, ready('u').features];
    const logits = tests.map((features) => features.logits);
    expect(requests.map((request) => ('tests' in request ? request.tests : null))).toEqual([
      null,
      null,
      logits,
      tests,
      logits,
    ]);
    // What was found out about the kind in use, and about the SVM, is not worked out again.
    const heldOut = store.getState().evaluation?.heldOut;
    expect(requests[3]).toMatchObject({ known: { kind: 'logits', heldOut } });
    expect(requests[4]).toMatchObject({ heldOut });
    // Kinds of features can only be compared where all of them are at hand.
    expect(requests[3]?.rows).toEqual(set.rows);
  });

  describe('when the test photos change', () => {
    beforeEach(async () => {
      store.setState({ closer: true });
      add('t', TRAY);
      train();
      await settle();
      for (let part = 0; part < 5; part++) await finish();
      asked.length = 0;
    });

    it('keeps the curve, and renews the rest', async () => {
      const before = look();
      add('u', TRAY);
      await settle();
      await finish();
      expect(look()?.curve).toBe(before?.curve);
      expect(look()).toMatchObject({ tests: ['t', 'u'], map: { tests: { length: 2 } } });
      // What is left of the last look would be about other photos.
      expect(look()).not.toHaveProperty('features');
      await finish();
      await finish();
      expect(questions()).toEqual(['map', 'compareFeatures', 'compareHeads']);
      expect(look()?.features?.every(({ testLabels }) => testLabels.length === 2)).toBe(true);
    });

    it('during a question, asks it again', async () => {
      add('u', TRAY);
      await settle();
      add('v', TRAY);
      await finish();
      // Parts and photos always fit together.
      expect(look()).toMatchObject({ tests: ['t', 'u'], map: { tests: { length: 2 } } });
      expect(questions()).toEqual(['map', 'map']);
      await finish();
      expect(look()).toMatchObject({ tests: ['t', 'u', 'v'], map: { tests: { length: 3 } } });
    });

    it('and nobody looks, waits for somebody', async () => {
      store.setState({ closer: false });
      change((p) => project.removePhotos(p, new Set(['t'])));
      await settle();
      expect(questions()).toEqual([]);
      store.setState({ closer: true });
      await settle();
      expect(questions()).toEqual(['map']);
    });

    it('is left alone when only other things change', async () => {
      const before = look();
      change((p) => project.renameBin(p, 'bin-1', 'old'));
      await settle();
      expect(questions()).toEqual([]);
      expect(look()).toBe(before);
    });
  });

  it('begins anew for a newer classifier, curve and all', async () => {
    store.setState({ closer: true });
    train();
    await settle();
    for (let part = 0; part < 5; part++) await finish();
    const newer = train();
    await settle();
    await finish();
    await finish();
    expect(questions().slice(5)).toEqual(['judge', 'curve', 'map']);
    expect(look()).toEqual({ of: newer, tests: [], curve: expect.anything() });
  });
});

describe('an evaluation that fails', () => {
  const failure = new BinsightError('train-not-finite', { row: 1 });

  it('is said, and not asked for again', async () => {
    store.setState({ closer: true });
    train();
    await settle();
    await fail(failure);
    expect(store.getState()).toMatchObject({ evaluation: null, evaluationError: failure });
    add('t', TRAY);
    later(10_000);
    store.setState({ chosen: 't' });
    await settle();
    expect(questions()).toEqual(['judge']);
  });

  it('in the closer look is not asked for again either, and leaves what was found before', async () => {
    store.setState({ closer: true });
    const trained = train();
    await settle();
    await finish();
    await finish();
    await fail(failure);
    expect(store.getState()).toMatchObject({ evaluation: { of: trained }, evaluationError: failure });
    expect(look()?.curve).toBeDefined();
    add('t', TRAY);
    await settle();
    expect(questions()).toEqual(['judge', 'curve', 'map']);
  });

  it('is forgotten with the next training, which is judged', async () => {
    train();
    await settle();
    await fail(failure);
    const newer = train();
    await settle();
    // Nothing is known of the newer one yet, so nothing has failed.
    expect(store.getState().evaluationError).toBeNull();
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: newer }, evaluationError: null });
  });

  it('when its classifier is no longer the one in use is nobody’s concern', async () => {
    train();
    await settle();
    train();
    await fail(failure);
    expect(store.getState().evaluationError).toBeNull();
    expect(questions()).toEqual(['judge', 'judge']);
  });
});

describe('an evaluator that dies', () => {
  it('once is asked again, and nobody need know', async () => {
    const trained = train();
    await settle();
    await die();
    expect(store.getState().evaluationError).toBeNull();
    expect(questions()).toEqual(['judge', 'judge']);
    expect(evaluator.starts).toBe(2);
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: trained }, evaluationError: null });
  });

  it('again at the same classifier is said, and not asked a third time', async () => {
    train();
    await settle();
    await die();
    await die();
    expect(store.getState()).toMatchObject({ evaluation: null, evaluationError: { code: 'worker-failed' } });
    store.setState({ chosen: 'a' });
    await settle();
    expect(questions()).toEqual(['judge', 'judge']);
  });

  it('may die once more at the next classifier', async () => {
    train();
    await settle();
    await die();
    await finish();
    const newer = train();
    await settle();
    await die();
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: newer }, evaluationError: null });
  });

  it('in the closer look is asked for the part that is missing', async () => {
    store.setState({ closer: true });
    train();
    await settle();
    await finish();
    await die();
    expect(questions()).toEqual(['judge', 'curve', 'curve']);
    for (let part = 0; part < 4; part++) await finish();
    expect(look()).toMatchObject({ curve: {}, map: {}, features: {}, heads: {} });
    expect(store.getState().evaluationError).toBeNull();
  });

  it('between two questions is not missed', async () => {
    train();
    await settle();
    await finish();
    await die();
    const newer = train();
    await settle();
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: newer }, evaluationError: null });
    expect(evaluator.starts).toBe(2);
  });

  it('by being stopped for a newer classifier has not died: that one may still', async () => {
    train();
    await settle();
    later(400);
    const newer = train();
    await settle();
    await die();
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: newer }, evaluationError: null });
  });

  it('before it ever came is said, and asked by itself once it is there', async () => {
    const trained = train();
    await settle();
    await fail(new BinsightError('worker-missing', { worker: 'evaluator' }));
    expect(store.getState().evaluationError).toMatchObject({ code: 'worker-missing' });
    await vi.advanceTimersByTimeAsync(5_000);
    await settle();
    expect(questions()).toEqual(['judge', 'judge']);
    await finish();
    expect(store.getState()).toMatchObject({ evaluation: { of: trained }, evaluationError: null });
  });

  it('for want of time is not asked again: it would take as long', async () => {
    train();
    await settle();
    await fail(new BinsightError('worker-timeout', { worker: 'evaluator', seconds: 120 }));
    expect(store.getState().evaluationError).toMatchObject({ code: 'worker-timeout' });
    expect(questions()).toEqual(['judge']);
  });
});
