// The pipeline's second half: whenever the bins' ready photos change, the SVM learns anew. One training runs at a
// time and the newest state wins; while more photos are coming in, trainings leave them time.

import { asBinsightError, BinsightError } from '../core/errors.ts';
import { unitRows } from '../core/novelty.ts';
import type { TrainerApi } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import { TRAY } from './project.ts';
import { type AppStore, areComing, type Trained } from './state.ts';
import { type TrainingSet, trainingSet } from './trainingSet.ts';
import { whenThere } from './whenThere.ts';

/** Milliseconds: 2000 photos take two seconds, and ten times that in five bins at the highest price. */
const trainDeadline = (photos: number): number => 10_000 + 60 * photos;
/** A training that runs longer than this is cut short by a newer one; a shorter one may finish. */
const PATIENCE = 500;
/**
 * Or longer than this many times the last one: what ends the worker ends its memory of the photos too, so that the
 * newer training would take as long as the last at least.
 */
const PATIENCE_RATIO = 1.5;
/**
 * While more photos are on their way, it is not learned anew from every single one: so many milliseconds pass until the
 * next training, and so many times what the last one took. Trainings take a fifth of the time at most, and nobody could
 * see more of them.
 */
const SHORTEST_PAUSE = 250;
const PAUSE_RATIO = 4;

/** What was known of a classifier goes with it. */
const UNTRAINED = { trained: null, evaluation: null, evaluationError: null, closerLook: null } as const;

interface Training {
  pump(): void;
  /** Learns the same once more, so that it can be watched. */
  again(): void;
}

export function createTraining(store: AppStore, trainer: WorkerClient<TrainerApi>): Training {
  /** What the bins hold now; null when that is too little to learn from. */
  let wanted: TrainingSet | null = null;
  let done = '';
  let running: { readonly signature: string; readonly since: number } | null = null;
  /** The photos at which the worker died last: it may die once without them being to blame. */
  let diedAt = '';
  let seen: { project: unknown; work: unknown } | null = null;
  /** How long the last training took (in the worker, if it came to an end there) and when it ended, in milliseconds. */
  let last = { took: 0, end: Number.NEGATIVE_INFINITY };
  /** Has something changed that was put off? The timer makes sure that it is looked at when no more photos come. */
  let putOff: { readonly timer: ReturnType<typeof setTimeout> | null } | null = null;

  const askForTrainer = whenThere(trainer, () => {
    if (store.getState().training.status !== 'failed') return;
    done = '';
    retrain();
  });

  const train = async (set: TrainingSet): Promise<void> => {
    const { labels, rows, targets, kind, C, signature } = set;
    const since = performance.now();
    running = { signature, since };
    let again = false;
    let took: number | null = null;
    store.setState({ training: { status: 'training', photos: rows.length } });
    try {
      const logits = rows.map((features) => features.logits);
      const request = { labels, rows: rows.map((features) => features[kind]), targets, C, logits };
      const answer = await trainer.call((api) => api.train(request), trainDeadline(rows.length));
      took = answer.ms;
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
      if (error.code === 'worker-missing') askForTrainer();
      if (wanted?.signature === signature && !again) {
        store.setState({ training: { status: 'failed', error }, ...UNTRAINED });
      }
    } finally {
      running = null;
      const end = performance.now();
      last = { took: took ?? end - since, end };
      // An answer that nobody wanted was dropped: the same photos have to be learned again.
      done = wanted && !again ? signature : '';
      if (putOff) lookInTime();
      else if (wanted && wanted.signature !== done) void train(wanted);
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
    const patience = Math.max(PATIENCE, PATIENCE_RATIO * last.took);
    if (set.signature !== running.signature && performance.now() - running.since > patience) trainer.stop();
  };

  /** When to learn anew at the earliest, while photos are coming. */
  const nextTime = (): number => last.end + Math.max(SHORTEST_PAUSE, PAUSE_RATIO * last.took);

  /** Is this a bad time to learn anew? Only while photos that will ask for the next training are coming. */
  const mayWait = (): boolean =>
    (running !== null || performance.now() < nextTime()) &&
    areComing(store.getState(), ({ place }) => place !== TRAY);

  const lookInTime = (): void => {
    if (putOff?.timer) clearTimeout(putOff.timer);
    putOff = null;
    if (!mayWait()) {
      retrain();
      return;
    }
    // The end of a running training looks again by itself.
    putOff = { timer: running ? null : setTimeout(lookInTime, nextTime() - performance.now()) };
  };

  return {
    pump() {
      const { history, work } = store.getState();
      const isSameProject = seen?.project === history.present;
      if (isSameProject && seen?.work === work) return;
      seen = { project: history.present, work };
      // What a person does is never put off.
      if (isSameProject) lookInTime();
      else retrain();
    },
    again() {
      done = '';
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
