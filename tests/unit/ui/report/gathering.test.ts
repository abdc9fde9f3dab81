// What goes into the report and the table: verdicts with their probabilities, and what the network was asked for.

import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { probabilities } from '../../../../src/core/evaluation/calibration.ts';
import type { HeatMap } from '../../../../src/core/heatMap.ts';
import { startHistory } from '../../../../src/store/history.ts';
import type { ScoredPhoto } from '../../../../src/store/pipeline.ts';
import { settled } from '../../../../src/store/settled.ts';
import { createAppStore, isOnItsWay, type State } from '../../../../src/store/state.ts';
import { gatherLooks, MOST_HEAT_MAPS } from '../../../../src/ui/report/gatherLooks.ts';
import { testPhotos, testVerdicts } from '../../../../src/ui/report/testVerdicts.ts';
import { readyWork, trainedOn } from '../../../support/project.ts';
import { learnedState } from './reportState.ts';

const READY: State['network'] = {
  status: 'ready',
  info: {
    backend: 'wasm',
    precision: 'uint8',
    modelBytes: 7e6,
    modelId: 'inception-v1/uint8',
    arithmetic: 'full',
  },
};
const MAP: HeatMap = { side: 1, values: Float64Array.of(0.5) };
const never = () => Promise.reject(new Error('nobody should ask'));

describe('verdicts on the test photos', () => {
  const state = learnedState();

  it('are the page’s, in the tray’s order, with the reason where there is none', () => {
    const { verdicts, labels } = testVerdicts(state);
    expect(labels).toEqual(['classic', 'modern']);
    expect(verdicts.map((one) => [one.file, one.status === 'judged' ? one.verdict : one.reason])).toEqual([
      ['photo12', 'classic'],
      ['photo13', 'modern'],
      ['photo14', 'neither'],
      ['photo15', 'The file is cut short: its end is missing. Copy or download it again.'],
      ['photo16', 'Waiting for the network'],
    ]);
  });

  it('have the probability of their own bin; none where it is neither or not known yet', () => {
    const { evaluation } = state;
    if (evaluation?.calibration.status !== 'ready') throw new Error('these photos should be told apart');
    const { calibration } = evaluation;
    const chances = testVerdicts(state).verdicts.map((one) =>
      one.status === 'judged' ? one.probability : null,
    );
    const [classic, modern] = testPhotos(state).map(({ verdict }) => verdict?.scores ?? []);
    expect(chances).toEqual([
      probabilities(calibration, classic ?? [])[0],
      probabilities(calibration, modern ?? [])[1],
      null,
      null,
      null,
    ]);
    expect(chances[0]).toBeGreaterThan(0.5);
    const early = testVerdicts({ ...state, evaluation: null }).verdicts;
    expect(early.map((one) => (one.status === 'judged' ? one.probability : null))).toEqual(
      Array(5).fill(null),
    );
  });

  it('are called as the bins are called now', () => {
    const { present } = state.history;
    const bins = present.bins.map((bin) => ({ ...bin, label: `${bin.label} car` }));
    const { verdicts, labels } = testVerdicts({
      ...state,
      history: { ...state.history, present: { ...present, bins } },
    });
    expect(labels).toEqual(['classic car', 'modern car']);
    expect(verdicts[0]).toMatchObject({ verdict: 'classic car' });
  });
});

describe('heat maps', () => {
  const asking = (answer: (photo: ScoredPhoto) => Promise<HeatMap>) => {
    const asked: string[] = [];
    const heatMap = (photo: ScoredPhoto) => {
      asked.push(photo.key);
      return answer(photo);
    };
    return { asked, pipeline: { heatMap, channelNames: never } };
  };

  it('are asked for, one for each judged photo', async () => {
    const state = { ...learnedState(), network: READY };
    const { asked, pipeline } = asking(() => Promise.resolve(MAP));
    const { heatMaps } = await gatherLooks(state, testPhotos(state), pipeline);
    expect(asked).toEqual(['key-12', 'key-13', 'key-14']);
    expect([...heatMaps.keys()]).toEqual(asked);
  });

  it('are for the first thirty at most', async () => {
    const state = { ...learnedState(), network: READY };
    const [first] = testPhotos(state);
    const many = Array.from({ length: 50 }, (_, i) => ({
      ...first,
      photo: { key: `many-${i}`, name: `${i}`, place: 'tray' },
    })) as ReturnType<typeof testPhotos>;
    const { asked, pipeline } = asking(() => Promise.resolve(MAP));
    await gatherLooks(state, many, pipeline);
    expect(asked).toHaveLength(MOST_HEAT_MAPS);
  });

  it('are not asked for without a network', async () => {
    const state = learnedState();
    const looks = await gatherLooks(state, testPhotos(state), { heatMap: never, channelNames: never });
    expect(looks.heatMaps.size).toBe(0);
  });

  it('of other photos are there when one photo’s bytes are gone', async () => {
    const state = { ...learnedState(), network: READY };
    const { pipeline } = asking(({ key }) =>
      key === 'key-12' ? Promise.reject(new BinsightError('photo-lost')) : Promise.resolve(MAP),
    );
    const { heatMaps } = await gatherLooks(state, testPhotos(state), pipeline);
    expect([...heatMaps.keys()]).toEqual(['key-13', 'key-14']);
  });

  it('are given up when the network does not answer: it would not answer for the others', async () => {
    const state = { ...learnedState(), network: READY };
    const { asked, pipeline } = asking(() => Promise.reject(new BinsightError('worker-timeout')));
    const { heatMaps } = await gatherLooks(state, testPhotos(state), pipeline);
    expect(asked).toEqual(['key-12']);
    expect(heatMaps.size).toBe(0);
  });
});

describe('names of channels', () => {
  const learned = learnedState();
  const { present } = learned.history;
  const project = { ...present, settings: { ...present.settings, features: 'pool5' as const } };
  const state: State = {
    ...learned,
    network: READY,
    history: { ...learned.history, present: project },
    trained: trainedOn(project, learned.work),
  };

  it('are asked for once, for all channels that are shown', async () => {
    const calls: (readonly number[])[] = [];
    const { channels } = await gatherLooks(state, testPhotos(state), {
      heatMap: () => Promise.resolve(MAP),
      channelNames: (kind, wanted) => {
        expect(kind).toBe('pool5');
        calls.push(wanted);
        return Promise.resolve(wanted.map((channel) => [channel + 100]));
      },
    });
    expect(calls).toHaveLength(1);
    expect(new Set(calls[0]).size).toBe(calls[0]?.length);
    expect(channels.size).toBeGreaterThanOrEqual(6);
    for (const [channel, classes] of channels) expect(classes).toEqual([channel + 100]);
  });

  it('can be done without', async () => {
    const { channels } = await gatherLooks(state, testPhotos(state), {
      heatMap: () => Promise.resolve(MAP),
      channelNames: never,
    });
    expect([...channels.values()].flat()).toEqual([]);
  });
});

describe('waiting for what is being learned', () => {
  const some = learnedState();
  const here = some.history.present.photos.filter(({ key }) => !isOnItsWay(some.work[key]));
  const done = { ...some, history: startHistory({ ...some.history.present, photos: here }) };

  it('is not needed when all is known, or has failed', async () => {
    const store = createAppStore();
    store.setState(done);
    expect(await settled(store, 1e6)).toMatchObject({ evaluation: done.evaluation });
    store.setState({ evaluation: null, evaluationError: new BinsightError('worker-failed') });
    expect((await settled(store, 1e6)).evaluation).toBeNull();
  });

  it('ends with the state that has it', async () => {
    const store = createAppStore();
    store.setState({ ...done, evaluation: null, training: { status: 'training', photos: 12 } });
    const waiting = settled(store, 1e6);
    store.setState({ training: { status: 'ready' } });
    store.setState({ trained: trainedOn(done.history.present, { ...done.work, extra: readyWork('d') }) });
    store.setState({ trained: done.trained, evaluation: done.evaluation });
    expect((await waiting).evaluation).toBe(done.evaluation);
  });

  it('lasts while photos are on their way, unless no network will come', async () => {
    const store = createAppStore();
    store.setState({ ...done, work: { ...done.work, [here[0]?.key ?? '']: { status: 'queued' } } });
    const waiting = settled(store, 1e6);
    let isOver = false;
    void waiting.then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(isOver).toBe(false);
    store.setState({ work: done.work });
    expect((await waiting).work).toBe(done.work);
    const [first] = here;
    store.setState({
      work: { ...done.work, [first?.key ?? '']: { status: 'queued' } },
      network: { status: 'missing' },
    });
    expect((await settled(store, 1e6)).network.status).toBe('missing');
  });

  it('ends at some time', async () => {
    const store = createAppStore();
    store.setState({ ...done, evaluation: null });
    expect((await settled(store, 1)).trained).toBe(done.trained);
  });
});
