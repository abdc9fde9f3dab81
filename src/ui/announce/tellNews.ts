// Says what workers have found out, once in every pause: while photos come in, it changes ten times a second.

import type { BinsightError } from '../../core/errors.ts';
import { type PhotoKey, type Project, photosIn, TRAY } from '../../store/project.ts';
import { type AppStore, areComing, type State } from '../../store/state.ts';
import { failedText, learnedText, verdictsText } from './newsText.ts';
import type { Say } from './said.ts';

/** Milliseconds without any change. */
const PAUSE = 700;

/** What news are made of. */
const partsOf = ({ history, work, training, trained, evaluation, evaluationError }: State) => [
  history.present,
  work,
  training,
  trained,
  evaluation,
  evaluationError,
];

/** @returns ends it */
export function tellNews(store: AppStore, say: Say): () => void {
  /** Test photos that came since then, whose verdicts nobody has heard. */
  const awaited = new Set<PhotoKey>();
  const told = { failures: new WeakSet<BinsightError>(), learned: null as unknown };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tellFailures = ({ history, work }: State): void => {
    const failed = history.present.photos.flatMap(({ key, name }) => {
      const done = work[key];
      return done?.status === 'failed' && !told.failures.has(done.error) ? [{ name, error: done.error }] : [];
    });
    for (const { error } of failed) told.failures.add(error);
    if (failed.length > 0) say(failedText(failed));
  };

  const tellLearned = (state: State): void => {
    const text = learnedText(state);
    const { training, trained } = state;
    const about =
      training.status === 'ready' ? trained : training.status === 'failed' ? training.error : text;
    if (text !== null && about !== told.learned) say(text);
    if (text !== null || training.status === 'empty') told.learned = about;
  };

  const tellVerdicts = (state: State): void => {
    const { history, work, training, trained } = state;
    if (training.status !== 'ready' || !trained) return;
    const tests = photosIn(history.present, TRAY).filter(
      ({ key }) => awaited.has(key) && work[key]?.status === 'ready',
    );
    awaited.clear();
    if (tests.length > 0) say(verdictsText(tests, trained, state));
  };

  const tell = (): void => {
    const state = store.getState();
    tellFailures(state);
    if (areComing(state)) return;
    tellLearned(state);
    tellVerdicts(state);
  };

  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  };

  const stop = store.subscribe((state, before) => {
    const now = partsOf(state);
    if (partsOf(before).every((part, i) => part === now[i])) return;
    const [was, is] = [before.history.present, state.history.present];
    // What lies in another project that is opened has been heard before.
    if (was.id !== is.id) awaited.clear();
    else if (was !== is) for (const { key } of newTests(was, is)) awaited.add(key);
    later();
  });

  later();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function newTests(before: Project, now: Project) {
  const there = new Set(photosIn(before, TRAY).map(({ key }) => key));
  return photosIn(now, TRAY).filter(({ key }) => !there.has(key));
}
