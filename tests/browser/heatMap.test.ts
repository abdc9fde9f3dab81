// Where a score comes from, with the real network on the talk's cars: the places add up to the score, and moving an
// activation moves the score as the map says.

import { memory, Tensor, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, vi } from 'vitest';
import { moduleOf } from '../../src/core/heatMap.ts';
import { judge } from '../../src/core/judge.ts';
import { undoScaling } from '../../src/core/scaling.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { Classifier, FeatureKind, Features } from '../../src/core/types.ts';
import { inceptionV1 } from '../../src/network/inceptionV1.ts';
import { Inspector } from '../../src/network/inspector.ts';
import { arrived, verifyPrepared } from '../../src/network/loadModel.ts';
import type { Network } from '../../src/network/network.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { TfjsNetwork } from '../../src/network/tfjsNetwork.ts';
import { decodeWeights, type Weights } from '../../src/network/weights.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';
import { largest } from '../support/photos.ts';
import {
  fetchFloat32,
  fetchShared,
  fetchSourceTensors,
  hasShared,
  testWithShared,
} from '../support/sharedInBrowser.ts';
import { startTfjsWasm } from '../support/tfjsInBrowser.ts';

const KINDS = ['logits', 'pool5', 'inception_4d'] as const;

let weights: Weights;
let network: Network;
let inspector: Inspector;
let photos: { square: Uint8Array; features: Features }[];
const trained: Partial<Record<FeatureKind, Classifier>> = {};

beforeAll(async () => {
  if (!hasShared) return;
  const model = await verifyPrepared(await prepareModel(await fetchSourceTensors(), 'uint8'));
  ({ network } = await startNetwork(arrived(model), 'wasm'));
  await startTfjsWasm();
  weights = decodeWeights(model.manifest, model.shards);
  inspector = new Inspector(network);
  const { files } = (await (await fetchShared('expected/googlenet.json')).json()) as { files: string[] };
  photos = [];
  for (const file of files) {
    const { square } = await readPhoto(await (await fetchShared(file)).blob());
    photos.push({ square, features: await network.featurize(square) });
  }
  for (const kind of KINDS) {
    const rows = photos.slice(8).map(({ features }) => features[kind]);
    const targets = rows.map((_, i) => (i < 10 ? 0 : 1));
    trained[kind] = trainClassifier({ labels: ['classic', 'modern'], rows, targets });
  }
});

describe.each(KINDS)('the heat map of %s', (kind) => {
  const parts = () => {
    const classifier = trained[kind];
    const boundary = classifier?.boundaries[0];
    if (!classifier || !boundary) throw new Error('nothing was trained');
    return { classifier, boundary, score: undoScaling(boundary, classifier.scaling) };
  };

  testWithShared('adds up to the score, with the boundary’s own constant', async () => {
    const { classifier, boundary, score } = parts();
    for (const [i, { square, features }] of photos.slice(0, 8).entries()) {
      const map = await inspector.heatMap({ sha256: `photo ${i}`, square, kind, score });
      expect(map.values).toHaveLength(kind === 'inception_4d' ? 196 : 49);
      const sum = map.values.reduce((total, value) => total + value, 0);
      expect(sum + boundary.bias).toBeCloseTo(judge(classifier, features[kind]).score, 4);
    }
  });

  testWithShared(
    'is the score’s slope: an activation moved by hand moves the score by its share',
    async () => {
      const { classifier, boundary, score } = parts();
      const module = moduleOf(kind);
      const square = photos[1]?.square ?? new Uint8Array();
      const before = await inspector.heatMap({ sha256: 'before', square, kind, score });
      const { side, channels, values } = await network.places(square, module);
      // Place (3, 4): all of its channels doubled, and one of them far more.
      const place = 3 * side + 4;
      const moved = values.slice();
      for (let c = 0; c < channels; c++)
        moved[place * channels + c] = 2 * (values[place * channels + c] ?? 0);
      moved[place * channels + 7] = 40;

      const features = await featuresFrom(moved, module, [1, side, side, channels]);
      const after = judge(classifier, features[kind]).score;
      const movedNetwork = {
        places: () => Promise.resolve({ side, channels, values: moved }),
        classifier: () => network.classifier(),
      };
      const map = await new Inspector(movedNetwork as unknown as Network).heatMap({
        sha256: '',
        square,
        kind,
        score,
      });
      const sum = (heat: Float64Array) => heat.reduce((total, value) => total + value, 0);
      expect(sum(map.values) + boundary.bias).toBeCloseTo(after, 4);
      // Nothing but that place has changed, and by as much as the score has.
      const changes = map.values.map((value, i) => value - (before.values[i] ?? 0));
      expect(Math.abs(changes[place] ?? 0)).toBeGreaterThan(1e-3);
      expect(changes.filter((change, i) => i !== place && change !== 0)).toHaveLength(0);
      const scoreBefore = judge(classifier, photos[1]?.features[kind] ?? new Float32Array()).score;
      expect(changes[place]).toBeCloseTo(after - scoreBefore, 4);
    },
  );
});

describe('what channels speak for', () => {
  testWithShared(
    'after pool5: the classes that a finite difference through the classifier favours',
    async () => {
      const average = new Float64Array(1024).fill(0.5);
      const [names] = await inspector.channelNames({ kind: 'pool5', channels: [100], average });
      const raise = async (by: number) => {
        const values = new Float32Array(1024).fill(0.5);
        values[100] = 0.5 + by;
        const even = Float32Array.from({ length: 49 * 1024 }, (_, i) => values[i % 1024] ?? 0);
        return (await featuresFrom(even, 'inception_5b', [1, 7, 7, 1024])).logits;
      };
      const [low, high] = [await raise(0), await raise(4)];
      const rises = high.map((value, i) => value - (low[i] ?? 0));
      // Weights of 8 bits have equals, so the classes are compared by how much they rise.
      const best = largest(rises, 2).map((i) => rises[i] ?? 0);
      for (const [i, named] of (names ?? []).entries()) expect(rises[named]).toBeCloseTo(best[i] ?? 0, 4);
      expect(names).toHaveLength(2);
    },
  );

  testWithShared(
    'after inception_4d: the same answer for the same average, another for another channel',
    async () => {
      const average = averageOf4d();
      const ask = () => inspector.channelNames({ kind: 'inception_4d', channels: [3, 500], average });
      const first = await ask();
      expect(await ask()).toEqual(first);
      expect(first.map((names) => names.length)).toEqual([2, 2]);
      expect(first[0]).not.toEqual(first[1]);
    },
  );

  testWithShared(
    'after inception_4d: the classes that more of it, by hand, favours in the rest of the network',
    async () => {
      const average = averageOf4d();
      const typical = average.reduce((sum, value) => sum + value, 0) / average.length;
      const raise = async (channel: number, by: number) => {
        const even = Float32Array.from({ length: 196 * 528 }, (_, i) => average[i % 528] ?? 0);
        for (let place = 0; place < 196; place++) {
          even[place * 528 + channel] = (average[channel] ?? 0) + by;
        }
        return (await featuresFrom(even, 'inception_4d', [1, 14, 14, 528])).logits;
      };
      const channels = [3, 200, 500];
      const names = await inspector.channelNames({ kind: 'inception_4d', channels, average });
      for (const [k, channel] of channels.entries()) {
        const [before, after] = [await raise(channel, 0), await raise(channel, typical)];
        const rises = after.map((value, i) => value - (before[i] ?? 0));
        expect(names[k]).toEqual(largest(rises, 2));
        expect(rises[names[k]?.[0] ?? -1]).toBeGreaterThan(0.01);
      }
    },
  );

  testWithShared('the classifier that is asked is the published one', async () => {
    const { weights: filter, bias } = await network.classifier();
    expect([filter.length, bias.length]).toEqual([1024 * 1000, 1000]);
    const published = await fetchFloat32('models/bvlc-googlenet/weights/loss3/classifier_bias.bin');
    expect(Math.max(...bias.map((value, i) => Math.abs(value - (published[i] ?? 0))))).toBeLessThan(0.02);
  });
});

describe('what the network on TensorFlow.js is asked for explanations', () => {
  // On any of its backends: what leaves tensors behind does so on all.
  const tfjs = () => new TfjsNetwork('cpu', weights);
  const questions = {
    features: () => tfjs().featurize(photos[0]?.square ?? new Uint8Array()),
    'places of inception_5b': () => tfjs().places(photos[0]?.square ?? new Uint8Array(), 'inception_5b'),
    'places of inception_4d': () => tfjs().places(photos[0]?.square ?? new Uint8Array(), 'inception_4d'),
    'logits of an even photo': () =>
      tfjs().logitsOfEvenPhoto(new Float32Array(528).fill(0.5), 'inception_4d', 14),
    'the classifier': () => tfjs().classifier(),
  };
  const asked = Object.entries(questions).map(([name, ask]) => ({ name, ask }));
  afterEach(() => vi.restoreAllMocks());

  testWithShared('leaves no tensor behind', async () => {
    for (const { name, ask } of asked) {
      const before = memory().numTensors;
      await ask();
      expect(memory().numTensors, name).toBe(before);
    }
  });

  testWithShared('is refused, and leaves no tensor behind, when a GPU was lost', async () => {
    for (const lost of [new Float32Array(1000), new Float32Array(1000).fill(NaN)]) {
      vi.spyOn(Tensor.prototype, 'data').mockImplementation(() => Promise.resolve(lost as never));
      for (const { name, ask } of asked) {
        const before = memory().numTensors;
        await expect(ask(), name).rejects.toThrow('no proper numbers');
        expect(memory().numTensors, name).toBe(before);
      }
    }
  });

  testWithShared('is asked anew after a failure', async () => {
    const once = <T>(name: string, answer: () => Promise<T>) => {
      let calls = 0;
      return () => (calls++ === 0 ? Promise.reject(new Error(name)) : answer());
    };
    const square = photos[0]?.square ?? new Uint8Array();
    const unsteady = new Inspector({
      places: once('no places', () => network.places(square, 'inception_5b')),
      classifier: once('no classifier', () => network.classifier()),
    } as unknown as Network);
    const classifier = trained.logits;
    const boundary = classifier?.boundaries[0];
    if (!classifier || !boundary) throw new Error('nothing was trained');
    const score = undoScaling(boundary, classifier.scaling);
    const ask = () => unsteady.heatMap({ sha256: 'unsteady', square, kind: 'logits', score });
    await expect(ask()).rejects.toThrow('no places');
    await expect(ask()).rejects.toThrow('no classifier');
    expect((await ask()).values).toHaveLength(49);
  });
});

/** The training photos' mean of each channel of inception_4d. */
function averageOf4d(): Float64Array {
  const rows = photos.slice(8).map(({ features }) => features.inception_4d);
  return Float64Array.from(
    rows[0] ?? [],
    (_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0) / rows.length,
  );
}

/** The rest of the real network, from a module's activations on. */
async function featuresFrom(
  activations: Float32Array,
  module: 'inception_5b' | 'inception_4d',
  shape: [number, number, number, number],
): Promise<Features> {
  const [, side, , channels] = shape;
  const input: Tensor4D = tensor4d(activations, shape);
  const { pool5, logits } = inceptionV1(weights, input, ['pool5', 'logits'], module);
  const means = new Float32Array(channels);
  activations.forEach((value, i) => {
    means[i % channels] = (means[i % channels] ?? 0) + value / side ** 2;
  });
  const features = {
    pool5: (await pool5.data()) as Float32Array,
    logits: (await logits.data()) as Float32Array,
    inception_4d: means,
  };
  for (const tensor of [input, pool5, logits]) tensor.dispose();
  return features;
}
