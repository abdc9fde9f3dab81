// Models of a few of the talk's cars, learned as the page learns them, for tests of what is taken away from it.

import { readdirSync, readFileSync } from 'node:fs';
import { calibrate } from '../../src/core/evaluation/calibration.ts';
import { holdOut } from '../../src/core/evaluation/heldOut.ts';
import { judge } from '../../src/core/judge.ts';
import { isNovel, learnNovelty, nearestPhotos, unitRows } from '../../src/core/novelty.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { FeatureKind, Features } from '../../src/core/types.ts';
import type { BundleRequest } from '../../src/export/bundle/bundleFiles.ts';
import type { SelfcheckSample } from '../../src/export/bundle/selfcheckFiles.ts';
import { parseLabels } from '../../src/network/labels.ts';
import type { VerifiedModel } from '../../src/network/loadModel.ts';
import { squareOf } from './runtimes.ts';
import { sharedFile } from './shared.ts';

export interface SeenPhoto {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly square: Uint8Array;
  readonly features: Features;
}

export interface SeenCars {
  readonly classic: readonly SeenPhoto[];
  readonly modern: readonly SeenPhoto[];
  /** As `seeTests` sees them. */
  readonly tests: readonly SeenPhoto[];
}

/** Of each bin: just enough for probabilities (LEAST_HELD_OUT). */
const PER_BIN = 5;
const CAT = 'images/cat-with-tongue_224x224.jpg';

type Featurize = (square: Uint8Array) => Promise<Features>;

async function seePhotos(featurize: Featurize, paths: readonly string[]): Promise<SeenPhoto[]> {
  const seen: SeenPhoto[] = [];
  for (const path of paths) {
    const bytes = new Uint8Array(readFileSync(sharedFile(path)));
    const square = await squareOf(bytes);
    const features = await featurize(square);
    seen.push({ name: path.replace(/^.*\//, ''), path: sharedFile(path), bytes, square, features });
  }
  return seen;
}

const carsOf = (folder: string, count: number): string[] =>
  readdirSync(sharedFile(`images/cars/${folder}`))
    .sort((a, b) => a.localeCompare(b))
    .slice(0, count)
    .map((name) => `images/cars/${folder}/${name}`);

/** Three cars that nothing is learned from, and a cat. */
export const seeTests = (featurize: Featurize): Promise<SeenPhoto[]> =>
  seePhotos(featurize, [...carsOf('test', 3), CAT]);

export const seeCars = async (featurize: Featurize): Promise<SeenCars> => ({
  classic: await seePhotos(featurize, carsOf('classic', PER_BIN)),
  modern: await seePhotos(featurize, carsOf('modern', PER_BIN)),
  tests: await seeTests(featurize),
});

interface Wish {
  readonly kind: FeatureKind;
  /** Three: one of the classic bin's halves is a bin of its own. */
  readonly labels: 2 | 3;
  readonly neither: boolean;
  readonly name?: string;
}

/** Everything that the page would hand to `bundleFiles`, with the test photos as samples. */
export function carBundle(cars: SeenCars, model: VerifiedModel, wish: Wish): BundleRequest {
  const { kind, neither, name = 'Cars' } = wish;
  const half = 3;
  const bins =
    wish.labels === 2
      ? [cars.classic, cars.modern]
      : [cars.classic.slice(0, half), cars.modern, cars.classic.slice(half)];
  const labels = ['classic', 'modern', 'ältere, "sehr" alte'].slice(0, wish.labels);
  const targets = bins.flatMap((bin, label) => bin.map(() => label));
  const photos = bins.flat().map(({ features }) => features);
  const rows = photos.map((features) => features[kind]);
  const logits = photos.map((features) => features.logits);
  const classifier = trainClassifier({ labels, rows, targets, seed: 1 });
  const novelty = learnNovelty(logits, targets);
  const units = unitRows(logits);
  const samples = cars.tests.map(({ name: file, bytes, square, features }): SelfcheckSample => {
    const { label, scores } = judge(classifier, features[kind]);
    const similarity = nearestPhotos(units, features.logits, 1)[0]?.similarity ?? null;
    const unlike = novelty !== null && similarity !== null && isNovel(novelty, similarity);
    const verdict = neither && unlike ? 'neither' : label;
    return {
      name: file,
      file: bytes,
      mediaType: 'image/jpeg',
      square,
      logits: features.logits,
      scores,
      verdict,
      similarity,
    };
  });
  return {
    name,
    created: '2026-11-23T12:00:00.000Z',
    classifier,
    kind,
    photos: bins.map(({ length }) => length),
    novelty,
    neither,
    calibration: calibrate(holdOut({ labels, rows, targets, seed: 1 }), targets),
    model,
    modelId: `inception-v1/${model.manifest.precision}`,
    units,
    classNames: parseLabels(readFileSync(sharedFile('models/bvlc-googlenet/synset_words.txt'), 'utf8')),
    samples,
  };
}
