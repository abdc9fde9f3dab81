// What workers find out is said once in a pause, and not while photos come in.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { type Photo, TRAY } from '../../../../src/store/project.ts';
import { type AppStore, createAppStore, type PhotoWork, type State } from '../../../../src/store/state.ts';
import { tellMachine } from '../../../../src/ui/announce/tellMachine.ts';
import { tellNews } from '../../../../src/ui/announce/tellNews.ts';
import { photo, projectWith, readyWork, trainedOn } from '../../../support/project.ts';

const IN_BINS = [photo('old', 'bin-1'), photo('new', 'bin-2')];
const WORK: State['work'] = { old: readyWork('old', 1, 0), new: readyWork('new', 0, 1) };

let store: AppStore;
let said: string[];
let end: () => void;

/** Longer than any pause. */
const pause = () => vi.advanceTimersByTime(5000);
const news = () => said.splice(0);

function put(photos: readonly Photo[], work: State['work']): void {
  store.setState((state) => ({
    history: { ...state.history, present: projectWith(...photos) },
    work,
  }));
}

/** As trainer and evaluator do. */
function learn(right: number): void {
  const { history, work } = store.getState();
  const trained = trainedOn(projectWith(...history.present.photos), work);
  store.setState({ training: { status: 'ready' }, trained });
  const evaluation = { of: trained, heldOut: { right, tried: 2 } } as unknown as State['evaluation'];
  store.setState({ evaluation });
}

beforeEach(() => {
  vi.useFakeTimers();
  store = createAppStore();
  said = [];
  end = tellNews(store, (text) => said.push(text));
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

describe('what was learned', () => {
  it('is said once, when it has been tried out', () => {
    put(IN_BINS, WORK);
    learn(1);
    learn(2);
    expect(news()).toEqual([]);
    pause();
    expect(news()).toEqual(['Learned from 2 photos; 2 of 2 right when left out.']);
    store.setState({ adjusting: true });
    store.setState(({ work }) => ({ work: { ...work } }));
    pause();
    expect(news()).toEqual([]);
  });

  it('waits for photos that come, and for the trial', () => {
    put([...IN_BINS, photo('later', 'bin-1')], { ...WORK, later: { status: 'queued' } });
    learn(2);
    pause();
    expect(news()).toEqual([]);
    store.setState({ work: { ...WORK, later: readyWork('later', 1, 1) }, evaluation: null });
    pause();
    expect(news()).toEqual([]);
    learn(1);
    pause();
    expect(news()).toEqual(['Learned from 3 photos; 1 of 2 right when left out.']);
  });

  it('or why nothing was', () => {
    put([photo('old', 'bin-1')], { old: readyWork('old', 1, 0) });
    store.setState({ training: { status: 'waiting', bins: ['bin-2'] } });
    pause();
    expect(news()).toEqual(['Nothing learned yet: give modern a photo.']);
    put(IN_BINS, WORK);
    store.setState({ training: { status: 'failed', error: new BinsightError('train-indistinct') } });
    pause();
    expect(news()).toEqual([expect.stringContaining('Nothing to tell apart')]);
  });
});

describe('test photos', () => {
  it('that come are told with their verdicts', () => {
    put(IN_BINS, WORK);
    learn(2);
    pause();
    news();
    put([...IN_BINS, photo('car', TRAY)], { ...WORK, car: { status: 'queued' } });
    pause();
    expect(news()).toEqual([]);
    store.setState({ work: { ...WORK, car: readyWork('car', 0, 1) } });
    pause();
    // As close to its bin as the photo that it is the same as: at the margin's edge.
    expect(news()).toEqual(['car.jpg: modern, by 1.00.']);
    pause();
    learn(2);
    pause();
    expect(news()).toEqual(['Learned from 2 photos; 2 of 2 right when left out.']);
  });

  it('that are many are counted', () => {
    put(IN_BINS, WORK);
    const tests = [0, 1, 2, 3].map((i) => photo(`car-${i}`, TRAY));
    const done = tests.map(({ key }, i): [string, PhotoWork] => [
      key,
      i === 0 ? readyWork(key, 1, 0) : readyWork(key, 0, 1),
    ]);
    put([...IN_BINS, ...tests], { ...WORK, ...Object.fromEntries(done) });
    learn(2);
    pause();
    expect(news()).toEqual([
      'Learned from 2 photos; 2 of 2 right when left out.',
      '4 test photos judged: 1 classic and 3 modern.',
    ]);
  });
});

it('photos that cannot be used are told once: one with the reason, several by name', () => {
  const failed = (): PhotoWork => ({ status: 'failed', error: new BinsightError('photo-empty') });
  const all = ['a', 'b', 'c', 'd', 'e'].map((key) => photo(key, 'bin-1'));
  const a = failed();
  put(all.slice(0, 1), { a });
  pause();
  expect(news()).toEqual(['a.jpg: The file is empty (0 bytes). Copy it again from where it came from.']);
  put(all, { a, b: failed(), c: failed(), d: failed(), e: failed() });
  pause();
  expect(news()).toEqual(['4 photos cannot be used: b.jpg, c.jpg, d.jpg and 1 more.']);
  pause();
  expect(news()).toEqual([]);
});

it('the network, what computes it, and the page without a connection', () => {
  const on = (backend: string) => {
    store.setState({ network: { status: 'ready', info: { backend } } as unknown as State['network'] });
  };
  const stop = tellMachine(store, (text) => said.push(text));
  on('wasm');
  store.setState({ network: { status: 'loading', loaded: 1, total: 2 } });
  on('wasm');
  on('webgpu');
  store.setState({ offline: { isReady: true, update: null } });
  store.setState({ photoMs: 5 });
  stop();
  expect(news()).toEqual([
    'The network is ready.',
    'The network is computed with WebGPU now.',
    'The page is ready to work offline.',
  ]);
});
