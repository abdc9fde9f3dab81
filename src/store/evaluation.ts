// The pipeline's third part: once there is a trained classifier, how good is it? One question at a time goes to the
// evaluator, the quick one first; a newer classifier supersedes whatever is still being worked out about the last.

import { asBinsightError } from '../core/errors.ts';
import type { Features } from '../core/types.ts';
import type { EvaluatorApi } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import { photosIn, TRAY } from './project.ts';
import { type AppStore, areComing, type CloserLook, type State, type Trained } from './state.ts';
import { whenThere } from './whenThere.ts';

/** Milliseconds for one question: 2000 photos take 3 to 20 seconds, up to 30 in five bins; a phone five times as long. */
const deadline = (photos: number): number => 120_000 + 100 * photos;
/** A question about an old classifier that has run this long is cut short; a shorter one may finish. */
const PATIENCE = 300;

interface Question {
  readonly of: Trained;
  readonly ask: () => Promise<Partial<State>>;
}

export function createEvaluation(store: AppStore, evaluator: WorkerClient<EvaluatorApi>): { pump(): void } {
  let running: { readonly of: Trained; isLong: boolean } | null = null;
  /** A question that failed is not asked again about the same classifier. */
  let failedAt: Trained | null = null;
  /** The classifier at which the worker died last: it may die once without that being to blame. */
  let diedAt: Trained | null = null;

  const askForEvaluator = whenThere(evaluator, () => {
    failedAt = null;
    pump();
  });

  const next = (): Question | null => {
    const state = store.getState();
    const { trained, evaluation } = state;
    if (!trained || failedAt === trained) return null;
    // Asked after every change of the store, and mostly there is nothing to ask: that is seen before anything is made.
    const judged = evaluation?.of === trained ? evaluation : null;
    if (judged && (!state.closer || state.adjusting)) return null;
    // What is said before the last of them would be out of date before it is there.
    if (areComing(state, ({ place }) => judged !== null || place !== TRAY)) return null;

    const call = async <T>(run: Parameters<typeof evaluator.call<T>>[0]) =>
      await evaluator.call(run, deadline(trained.set.rows.length));
    const { labels, rows, targets, kind, C } = trained.set;
    const request = { labels, rows: rows.map((features) => features[kind]), targets, C };
    if (!judged) {
      return {
        of: trained,
        ask: async () => ({
          evaluation: { of: trained, ...(await call((api) => api.judge(request))) },
        }),
      };
    }
    const tests = testPhotos(state);
    const look = current(state.closerLook, trained, tests);
    const put = (found: Partial<CloserLook>): Partial<State> => ({ closerLook: { ...look, ...found } });
    const testRows = tests.map(({ features }) => features[kind]);
    const ask = nextLook(look, {
      curve: async () => put({ curve: await call((api) => api.curve(request)) }),
      map: async () => {
        const { classifier } = trained;
        const all = { rows: request.rows, targets, tests: testRows, classifier };
        return put({ map: await call((api) => api.map(all)) });
      },
      features: async () => {
        const known = { kind, heldOut: judged.heldOut };
        const all = { ...request, rows, tests: tests.map(({ features }) => features), known };
        return put({ features: await call((api) => api.compareFeatures(all)) });
      },
      heads: async () => {
        const { heldOut } = judged;
        return put({
          heads: await call((api) => api.compareHeads({ ...request, tests: testRows, heldOut })),
        });
      },
    });
    return ask && { of: trained, ask };
  };

  const run = async ({ of, ask }: Question): Promise<void> => {
    const question = { of, isLong: false };
    running = question;
    // Something newer may be waiting already when a question turns out to be long.
    const patience = setTimeout(() => {
      question.isLong = true;
      pump();
    }, PATIENCE);
    // Nothing is asked about a classifier at which something failed: that was another one.
    if (store.getState().evaluationError) store.setState({ evaluationError: null });
    try {
      const found = await ask();
      if (store.getState().trained === of) store.setState(found);
    } catch (thrown) {
      const error = asBinsightError(thrown);
      if (error.code === 'worker-missing') askForEvaluator();
      if (store.getState().trained === of) {
        const again = error.code === 'worker-failed' && diedAt !== of;
        diedAt = of;
        if (!again) {
          failedAt = of;
          store.setState({ evaluationError: error });
        }
      }
    } finally {
      clearTimeout(patience);
      running = null;
      pump();
    }
  };

  const pump = (): void => {
    if (!running) {
      const question = next();
      if (question) void run(question);
    } else if (running.isLong && running.of !== store.getState().trained) {
      evaluator.stop();
    }
  };
  return { pump };
}

/** The first part of the look that is still missing. */
function nextLook(
  look: CloserLook,
  asks: Readonly<Record<'curve' | 'map' | 'features' | 'heads', Question['ask']>>,
): Question['ask'] | null {
  const missing = (['curve', 'map', 'features', 'heads'] as const).find((part) => look[part] === undefined);
  return missing === undefined ? null : asks[missing];
}

/** What is known already and still holds: the curve does not depend on the test photos, the rest does. */
function current(look: CloserLook | null, trained: Trained, tests: readonly TestPhoto[]): CloserLook {
  const hashes = tests.map(({ sha256 }) => sha256);
  if (look?.of !== trained) return { of: trained, tests: hashes };
  if (look.tests.join() === hashes.join()) return look;
  return { of: trained, tests: hashes, ...(look.curve ? { curve: look.curve } : {}) };
}

interface TestPhoto {
  readonly sha256: string;
  readonly features: Features;
}

function testPhotos({ history, work }: State): readonly TestPhoto[] {
  return photosIn(history.present, TRAY).flatMap(({ key }) => {
    const done = work[key];
    return done?.status === 'ready' ? [{ sha256: done.picture.sha256, features: done.features }] : [];
  });
}
