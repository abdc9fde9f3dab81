// The pipeline's second half: whenever the bins' ready photos change, the SVM learns anew. One training runs at a
// time and the newest state wins.

import { asBinsightError, BinsightError } from '../core/errors.ts';
import { unitRows } from '../core/novelty.ts';
import type { TrainerApi } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import type { AppStore, Trained } from './state.ts';
import { type TrainingSet, trainingSet } from './trainingSet.ts';

/** Milliseconds: 2000 photos take about four seconds. */
const trainDeadline = (photos: number): number => 10_000 + 20 * photos;
/** A training that runs longer than this is cut short by a newer one; a shorter one may finish. */
const PATIENCE = 500;

/** What was known of a classifier goes with it. */
const UNTRAINED = { trained: null, evaluation: null, evaluationError: null, closerLook: null } as const;

export function createTraining(store: AppStore, trainer: WorkerClient<TrainerApi>): { pump(): void } {
  /** What the bins hold now; null when that is too little to learn from. */
  let wanted: TrainingSet | null = null;
  let done = '';
  let running: { readonly signature: string; readonly since: number } | null = null;
  /** The photos at which the worker died last: it may die once without them being to blame. */
  let diedAt = '';
  let seen: { project: unknown; work: unknown } | null = null;

  const train = async (set: TrainingSet): Promise<void> => {
    const { labels, rows, targets, kind, C, signature } = set;
    running = { signature, since: performance.now() };
    let again = false;
    store.setState({ training: { status: 'training', photos: rows.length } });
    try {
      const logits = rows.map((features) => features.logits);
      const request = { labels, rows: rows.map((features) => features[kind]), targets, C, logits };
      const answer = await trainer.call((api) => api.train(request), trainDeadline(rows.length));
      if (answer.classifier.boundaries.every(({ norm }) => norm === 0)) {
        throw new BinsightError('train-indistinct', { twins: countTwins(set) });
      }
      const trained: Trained = { ...answer, set, units: unitsOf(set, store.getState().trained) };
      // An answer for bins that have changed meanwhile still serves until the next one is there.
      if (wanted) store.setState({ training: { status: 'ready' }, trained });
    } catch (thrown) {
      const error = asBinsightError(thrown);
      again = error.code === 'worker-failed' && diedAt !== signature;
      diedAt = signature;
      if (wanted?.signature === signature && !again) {
        store.setState({ training: { status: 'failed', error }, ...UNTRAINED });
      }
    } finally {
      running = null;
      // An answer that nobody wanted was dropped: the same photos have to be learned again.
      done = wanted && !again ? signature : '';
      if (wanted && wanted.signature !== done) void train(wanted);
    }
  };

  const retrain = (): void => {
    const { history, work } = store.getState();
    const set = trainingSet(history.present, work);
    if (set.binIds.length < 2) {
      wanted = null;
      done = '';
      const { bins, photos } = history.present;
      const inBins = photos.some(({ place }) => bins.some(({ id }) => id === place));
      const waiting = bins.filter(({ id }) => !set.binIds.includes(id)).map(({ id }) => id);
      store.setState({
        training: inBins ? { status: 'waiting', bins: waiting } : { status: 'empty' },
        ...UNTRAINED,
      });
      return;
    }
    wanted = set;
    if (set.signature === done) return;
    if (!running) {
      void train(set);
      return;
    }
    store.setState({ training: { status: 'training', photos: set.rows.length } });
    if (set.signature !== running.signature && performance.now() - running.since > PATIENCE) trainer.stop();
  };

  return {
    pump() {
      const { history, work } = store.getState();
      if (seen?.project === history.present && seen.work === work) return;
      seen = { project: history.present, work };
      retrain();
    },
  };
}

/** Other features or another C leave the photos' likeness as it is: what is kept by `units` stays true. */
function unitsOf(set: TrainingSet, before: Trained | null): Trained['units'] {
  const same = before?.set.sha256s.join() === set.sha256s.join();
  return before && same ? before.units : unitRows(set.rows.map(({ logits }) => logits));
}

/** Photos that lie in more than one bin. */
function countTwins({ sha256s }: TrainingSet): number {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const sha256 of sha256s) {
    if (seen.has(sha256)) twins.add(sha256);
    seen.add(sha256);
  }
  return twins.size;
}
