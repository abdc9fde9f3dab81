// `npx tsx tests/bench/rules.ts`: how well two rules do that are not learned but chosen, when a photo is unlike all
// others and where the threshold of unequal bins lies, on the reference photos' logits. Part of no test.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge } from '../../src/core/judge.ts';
import { isNovel, learnNovelty, nearestPhotos, unitRows } from '../../src/core/novelty.ts';
import { prepareTraining } from '../../src/core/prepareTraining.ts';
import { mulberry32, shuffle } from '../../src/core/random.ts';
import { fitBoundary } from '../../src/core/svm/fitBoundary.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { Classifier, FeatureVector } from '../../src/core/types.ts';
import { sharedFolder } from '../support/machine.ts';

type Photos = readonly FeatureVector[];
/** Photos of some kinds to learn from, bin by bin. */
type Bins = readonly Photos[];

const REPEATS = 12;
const C = 10;
const expected = resolve(sharedFolder(fileURLToPath(new URL('../..', import.meta.url))), 'expected');

const talk = readLogits('logits-28x1000.f32');
const [cat, testCars, classic, modern] = [
  talk.slice(0, 1),
  talk.slice(1, 8),
  talk.slice(8, 18),
  talk.slice(18),
];
const sample = readLogits('imagenet-sample-logits-100x1000.f32');
const { label: classes } = JSON.parse(readFileSync(resolve(expected, 'imagenet-sample.json'), 'utf8')) as {
  label: readonly number[];
};
const ofClasses = (isOne: (index: number) => boolean) => sample.filter((_, i) => isOne(classes[i] ?? -1));
const between = (first: number, last: number) => (index: number) => index >= first && index <= last;
const isInsect = between(300, 326);
const animals = ofClasses(between(0, 397));
const objects = ofClasses(between(400, 999));
const KINDS = {
  dogs: ofClasses(between(151, 268)),
  birds: ofClasses((index) => [13, 23, 83, 93, 133, 143].includes(index)),
  reptiles: ofClasses(between(33, 68)),
  mammals: ofClasses((index) => between(269, 388)(index) && !isInsect(index)),
  insects: ofClasses(isInsect),
};

reportNovelty();
reportFewCars();
reportUnequalBins();

/** Own photos: each judged by the rule that all others give. Others: judged by the rule of all own photos. */
function reportNovelty(): void {
  const kinds = Object.entries(KINDS);
  const pairs = kinds.flatMap(([a, photosA], i) =>
    kinds.slice(i + 1).map(([b, photosB]) => ({ name: `${a}, ${b}`, bins: [photosA, photosB] })),
  );
  const rows = [
    { name: 'cars: classic, modern', bins: [classic, modern] },
    ...pairs,
    { name: 'animals, objects', bins: [animals, objects] },
  ].map(({ name, bins }) => {
    const own = bins.flat();
    const accepted = own.filter((photo) => !novel(without(bins, photo), [photo]).length).length;
    const rejected = (others: Photos) => {
      const strange = others.filter((photo) => !own.includes(photo));
      return share(novel(bins, strange).length, strange.length);
    };
    const rule = learn(bins);
    const limit = rule ? `${degrees(rule.median)}, ${degrees(rule.limit)}` : 'withheld';
    return [name, limit, share(accepted, own.length), rejected(animals), rejected(objects)];
  });
  table(
    'Novelty: shares accepted and rejected',
    ['bins', 'median and limit, degrees', 'own kind accepted', 'other animals rejected', 'objects rejected'],
    rows,
  );
}

function reportFewCars(): void {
  const rows = [1, 2, 3, 5, 10].map((perBin) => {
    let [accepted, cars, rejected, strangers] = [0, 0, 0, 0];
    for (let seed = 1; seed <= REPEATS; seed++) {
      const bins = choose([classic, modern], [perBin, perBin], seed);
      const others = [...classic, ...modern, ...testCars].filter((photo) => !bins.flat().includes(photo));
      accepted += others.length - novel(bins, others).length;
      cars += others.length;
      rejected += novel(bins, [...cat, ...sample]).length;
      strangers += 1 + sample.length;
    }
    const rule = learn(choose([classic, modern], [perBin, perBin], 1));
    return [
      String(perBin),
      rule ? `${degrees(rule.median)}, ${degrees(rule.limit)}` : 'withheld',
      share(accepted, cars),
      share(rejected, strangers),
    ];
  });
  table(
    `Novelty with few cars, ${REPEATS} random choices`,
    ['photos a bin', 'median and limit of the first choice', 'other cars accepted', 'all else rejected'],
    rows,
  );
}

function reportUnequalBins(): void {
  const cars = { name: 'classic : modern', bins: [classic, modern] };
  const kinds = { name: 'animals : objects', bins: [animals, objects] };
  const pets = { name: 'dogs : mammals', bins: [KINDS.dogs, KINDS.mammals] };
  const three = { name: 'dogs : mammals : birds', bins: [KINDS.dogs, KINDS.mammals, KINDS.birds] };
  const cases = [
    ...[
      [2, 10],
      [10, 2],
      [3, 10],
      [10, 10],
    ].map((sizes) => ({ ...cars, sizes })),
    ...[
      [5, 25],
      [25, 5],
      [3, 30],
    ].map((sizes) => ({ ...kinds, sizes })),
    ...[
      [2, 7],
      [9, 2],
    ].map((sizes) => ({ ...pets, sizes })),
    ...[
      [10, 7, 2],
      [2, 8, 4],
      [8, 2, 2],
      [5, 5, 5],
    ].map((sizes) => ({ ...three, sizes })),
  ];
  const methods = [trainPlain, train, trainWeighted];
  const rows = cases.map(({ name, bins, sizes }) => {
    const accuracies = methods.map((method) => {
      const each = Array.from({ length: REPEATS }, (_, i) =>
        balancedAccuracy(bins, choose(bins, sizes, i + 1), method),
      );
      const mean = each.reduce((sum, accuracy) => sum + accuracy, 0) / REPEATS;
      const squares = each.reduce((sum, accuracy) => sum + (accuracy - mean) ** 2, 0);
      return `${(100 * mean).toFixed(1)} ± ${(100 * Math.sqrt(squares / (REPEATS - 1) / REPEATS)).toFixed(1)}`;
    });
    return [`${name} ${sizes.join(' : ')}`, ...accuracies];
  });
  table(
    `Unequal bins: balanced accuracy in %, mean and standard error of ${REPEATS} random choices`,
    ['bins', 'plain', 'threshold moved', 'C weighted by bin size'],
    rows,
  );
}

/** On the photos not chosen; where a bin has none left, on each of its photos, left out in turn. */
function balancedAccuracy(all: Bins, chosen: Bins, method: (bins: Bins) => Classifier): number {
  const whole = method(chosen);
  const shares = all.map((photos, bin) => {
    const rest = photos.filter((photo) => !chosen[bin]?.includes(photo));
    const tests = rest.length > 0 ? rest : photos;
    const right = tests.filter((photo) => {
      const classifier = rest.length > 0 ? whole : method(without(chosen, photo));
      return judge(classifier, photo).label === String(bin);
    });
    return right.length / tests.length;
  });
  return shares.reduce((sum, accuracy) => sum + accuracy, 0) / shares.length;
}

function train(bins: Bins): Classifier {
  return trainClassifier(inputOf(bins));
}

function trainPlain(bins: Bins): Classifier {
  const classifier = train(bins);
  const boundaries = classifier.boundaries.map((boundary) => ({
    ...boundary,
    bias: boundary.bias - boundary.shift,
  }));
  return { ...classifier, boundaries };
}

/** Photos of either side cost C * (all photos) / (2 * photos of that side), as scikit-learn's "balanced" has it. */
function trainWeighted(bins: Bins): Classifier {
  const { labels, targets, positives, scaling, scaled, gram } = prepareTraining(inputOf(bins));
  const boundaries = positives.map((positive) => {
    const signs = Float64Array.from(targets, (target) => (target === positive ? 1 : -1));
    const bounds = signs.map((sign) => (C * signs.length) / (2 * signs.filter((s) => s === sign).length));
    return fitBoundary(scaled, { gram, signs, bounds }, mulberry32(1));
  });
  return { labels, scaling, C, boundaries, photos: targets.length };
}

function inputOf(bins: Bins) {
  return {
    labels: bins.map((_, bin) => String(bin)),
    rows: bins.flat(),
    targets: bins.flatMap((photos, bin) => photos.map(() => bin)),
    C,
  };
}

function learn(bins: Bins) {
  const { rows, targets } = inputOf(bins);
  return learnNovelty(rows, targets);
}

function novel(bins: Bins, photos: Photos): Photos {
  const rule = learn(bins);
  const units = unitRows(bins.flat());
  return photos.filter(
    (photo) => rule && isNovel(rule, nearestPhotos(units, photo, 1)[0]?.similarity ?? NaN),
  );
}

function choose(bins: Bins, sizes: readonly number[], seed: number): Bins {
  const random = mulberry32(seed);
  return bins.map((photos, bin) => shuffle(photos, random).slice(0, sizes[bin]));
}

function without(bins: Bins, photo: FeatureVector): Bins {
  return bins.map((photos) => photos.filter((other) => other !== photo));
}

function degrees(cosine: number): string {
  return ((Math.acos(cosine) * 180) / Math.PI).toFixed(1);
}

function share(part: number, whole: number): string {
  return whole > 0 ? `${part} of ${whole} (${Math.round((100 * part) / whole)} %)` : '-';
}

function readLogits(file: string): Photos {
  const bytes = readFileSync(resolve(expected, file));
  const matrix = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return Array.from({ length: matrix.length / 1000 }, (_, i) => matrix.subarray(i * 1000, (i + 1) * 1000));
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`\n${title}\n\n${lines.join('\n')}\n`);
}
