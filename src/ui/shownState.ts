// The state as it is drawn. While photos come in, workers change it a hundred times a second; to draw each of these
// changes took longer than the network did.

import { type AppStore, areComing, type State } from '../store/state.ts';

/** The state, to be looked at. */
export type ShownState = Pick<AppStore, 'getState' | 'getInitialState' | 'subscribe'>;

/** Milliseconds between two drawings while photos come in: at most ten a second, which look alive, and at least two. */
const [SHORTEST_PAUSE, LONGEST_PAUSE] = [100, 500];
/** Between these, so many times what the last drawing took: a slow machine shall not spend its time on drawing. */
const PAUSE_RATIO = 6;

/** What workers find out, and what becomes of it. All else is somebody's doing, and shown at once. */
const FOUND_OUT: ReadonlySet<string> = new Set<keyof State>([
  'work',
  'photoMs',
  'pace',
  'modelId',
  'network',
  'backends',
  'training',
  'trained',
  'evaluation',
  'evaluationError',
  'closerLook',
  'saving',
  'usage',
  'projects',
]);

/**
 * Follows the store: at once, but for what workers find out while photos are on their way, which is shown together, two to
 * ten times a second. After the last photo all is shown at once again.
 * @param whenDrawn calls back when what was changed now has been drawn
 */
export function showState(store: ShownState, whenDrawn = afterNextFrame): ShownState {
  let shown = store.getState();
  let isDrawing = false;
  let drawAgainAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<(state: State, before: State) => void>();

  const show = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const before = shown;
    shown = store.getState();
    const start = performance.now();
    for (const listener of listeners) listener(shown, before);
    if (isDrawing) return;
    isDrawing = true;
    whenDrawn(() => {
      const took = performance.now() - start;
      isDrawing = false;
      drawAgainAt = start + Math.min(Math.max(PAUSE_RATIO * took, SHORTEST_PAUSE), LONGEST_PAUSE);
      if (shown !== store.getState()) showLater();
    });
  };

  /** How long to wait is known once the last drawing is over. */
  const showLater = (): void => {
    if (isDrawing || timer) return;
    const pause = drawAgainAt - performance.now();
    // A worker gets the first photo before the page is busy with the tiles of all that have just come.
    if (!areComing(shown)) timer = setTimeout(show);
    else if (pause <= 0) show();
    else timer = setTimeout(show, pause);
  };

  store.subscribe((state, before) => {
    if (isFoundOut(state, before) && areComing(state)) showLater();
    else if (areComing(state) && !areComing(before)) showLater();
    else show();
  });

  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** React draws in a microtask, the browser in the next frame, or never while the page is hidden. */
const afterNextFrame = (done: () => void): void => {
  const frame = requestAnimationFrame(() => {
    clearTimeout(hidden);
    setTimeout(done);
  });
  const hidden = setTimeout(() => {
    cancelAnimationFrame(frame);
    done();
  }, LONGEST_PAUSE);
};

const isFoundOut = (state: State, before: State): boolean =>
  (Object.keys(state) as (keyof State)[]).every((key) => state[key] === before[key] || FOUND_OUT.has(key));
