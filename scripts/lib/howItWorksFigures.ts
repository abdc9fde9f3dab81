// From what the network says of the talk's photos to every number of the page that explains how it works: learned, judged
// and tried out by the page's own code.

import { calibrate, probabilities } from '../../src/core/evaluation/calibration.ts';
import { compareFeatures } from '../../src/core/evaluation/compare.ts';
import { holdOut } from '../../src/core/evaluation/heldOut.ts';
import { mapPhotos } from '../../src/core/evaluation/photoMap.ts';
import { NETWORK_SIDE } from '../../src/core/image.ts';
import { judge } from '../../src/core/judge.ts';
import {
  isNovel,
  learnNovelty,
  nearestPhotos,
  nearestSimilarities,
  unitRows,
} from '../../src/core/novelty.ts';
import { applyScaling } from '../../src/core/scaling.ts';
import { addScaled, dot } from '../../src/core/svm/vectors.ts';
import { explainTerms, strongestTerms } from '../../src/core/terms.ts';
import { topClasses } from '../../src/core/topClasses.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { Boundary, Classifier, FeatureVector } from '../../src/core/types.ts';
import { BINS, type ClassNumbers, type Figures, type JudgedPhoto } from '../../src/howItWorks/figures.ts';
import { DEFAULT_SETTINGS } from '../../src/store/project.ts';
import { networkFigures } from './networkFigures.ts';
import type { OtherPhoto, SeenCars, SeenPhoto } from './seenCars.ts';

/** The car whose score is taken apart: no sports car at all, and yet its strongest terms can be understood. */
const EXAMPLE = '6790397898_1d1f2033ec_prius.jpg';
const TERMS = 8;
const WEIGHTS = 8;
const TELLING = ['convertible', 'grille', 'pickup', 'sports car', 'racer', 'go-kart'];
/** Of the cat: the edge of its tongue. */
const PIXELS = { left: 101, top: 160, columns: 6, rows: 4 };
const DIGITS = 4;
/** Of the sum, which is shown with as many. */
const SUM_DIGITS = 3;
/** So that a weight times a difference, as they are shown, is the term that is shown. */
const WEIGHT_DIGITS = 5;

/** @param names of the network's classes */
export function howItWorksFigures(
  { learned, tests, cat, changed }: SeenCars,
  others: readonly OtherPhoto[],
  names: readonly string[],
): Figures {
  const rows = learned.map(({ features }) => features.logits);
  const targets = learned.map(({ bin }) => bin ?? 0);
  const input = { labels: BINS, rows, targets, C: DEFAULT_SETTINGS.C, seed: 1 };
  const classifier = trainClassifier(input);
  const [boundary] = classifier.boundaries;
  const heldOut = holdOut(input);
  const calibration = calibrate(heldOut, targets);
  const rule = learnNovelty(rows, targets);
  if (!boundary || !rule || calibration.status !== 'ready') throw new Error('the cars are too few');
  const units = unitRows(rows);
  const nearest = nearestSimilarities(rows);
  const likeness = (row: FeatureVector) => {
    const similarity = nearestPhotos(units, row, 1)[0]?.similarity ?? 0;
    return { nearest: similarity, isNeither: isNovel(rule, similarity) };
  };
  const map = mapPhotos({ rows, targets, tests: [], classifier });
  const along = placesAlong(boundary, classifier, rows, targets);
  const numbersOf = (index: number): ClassNumbers => {
    const mean = (bin: number) => {
      const own = rows.filter((_, row) => targets[row] === bin);
      return own.reduce((sum, row) => sum + (row[index] ?? Number.NaN), 0) / own.length;
    };
    const weight = (boundary.weights[index] ?? Number.NaN) / classifier.scaling.rms;
    return {
      name: names[index] ?? '',
      classic: round(mean(0)),
      modern: round(mean(1)),
      weight: round(weight, WEIGHT_DIGITS),
    };
  };
  const judgedPhoto = ({ file, bin, features: { logits } }: SeenPhoto): JudgedPhoto => {
    const { score, distance, scores } = judge(classifier, logits);
    const [, chance = Number.NaN] = probabilities(calibration, scores);
    return rounded({ file, bin, score, distance, chance, ...likeness(logits) });
  };
  const heaviest = (sign: number) =>
    [...boundary.weights.keys()]
      .sort((a, b) => sign * ((boundary.weights[b] ?? 0) - (boundary.weights[a] ?? 0)))
      .slice(0, WEIGHTS)
      .map(numbersOf);

  return {
    network: networkFigures(),
    pixels: pixelsOf(cat),
    cat: lookAt(cat, names),
    car: lookAt(find(tests, EXAMPLE), names),
    telling: TELLING.map((name) => numbersOf(names.indexOf(name))),
    map: rounded({ shares: map.shares, normal: map.boundary?.normal ?? [0, 0], bias: boundary.bias }),
    margin: round(1 / boundary.norm),
    learned: learned.map(({ file, bin }, row) =>
      rounded({
        file,
        bin: bin ?? 0,
        map: map.rows[row] ?? [Number.NaN, Number.NaN],
        away: (boundary.scores[row] ?? Number.NaN) / boundary.norm,
        along: along[row] ?? Number.NaN,
        isSupport: boundary.supportVectors.includes(row),
        score: boundary.scores[row] ?? Number.NaN,
        leftOut: heldOut.scores[row]?.[1] ?? Number.NaN,
        nearest: nearest[row] ?? Number.NaN,
      }),
    ),
    weights: { classic: heaviest(-1), modern: heaviest(1) },
    sum: takeApart(find(tests, EXAMPLE), classifier, boundary, numbersOf),
    tests: tests.map(judgedPhoto),
    catVerdict: judgedPhoto(cat),
    neither: {
      ...rounded({ limit: rule.limit, typical: rule.median }),
      others: others
        .map(({ name, features }) => rounded({ name, ...likeness(features.logits) }))
        .sort((a, b) => b.nearest - a.nearest),
    },
    changed: changed.map(({ change, features }) => ({
      change,
      photos: features.map(({ logits }) =>
        rounded({ score: judge(classifier, logits).score, ...likeness(logits) }),
      ),
    })),
    right: compareFeatures({
      ...input,
      rows: learned.map(({ features }) => features),
      tests: [],
      now: () => 0,
    }).map(({ name, right }) => ({ name, right })),
  };
}

/** Places of the rows in the direction in which they differ most of all that the boundary does not see. */
function placesAlong(
  { weights, norm }: Boundary,
  classifier: Classifier,
  rows: readonly FeatureVector[],
  targets: readonly number[],
): readonly number[] {
  const flat = rows.map((row) => {
    const x = applyScaling(row, classifier.scaling);
    addScaled(x, -dot(weights, x) / norm ** 2, weights);
    return Float32Array.from(x);
  });
  const scaling = { mean: new Float64Array(weights.length), rms: 1 };
  return mapPhotos({ rows: flat, targets, tests: [], classifier: { ...classifier, scaling } }).rows.map(
    ([x]) => x,
  );
}

/** One score as a sum. Rounded, it still adds up: the many others take what rounding leaves. */
function takeApart(
  { file, features: { logits } }: SeenPhoto,
  { scaling }: Classifier,
  boundary: Boundary,
  numbersOf: (index: number) => ClassNumbers,
): Figures['sum'] {
  const { terms, constant } = explainTerms(boundary, scaling, logits);
  const { strongest } = strongestTerms(terms, TERMS);
  const score = round(
    terms.reduce((sum, { value }) => sum + value, constant),
    SUM_DIGITS,
  );
  const shown = strongest.map(({ index, value }) => ({
    ...numbersOf(index),
    here: round(logits[index] ?? Number.NaN),
    average: round(scaling.mean[index] ?? Number.NaN),
    value: round(value, SUM_DIGITS),
  }));
  const first = round(constant, SUM_DIGITS);
  const others = round(
    shown.reduce((rest, { value }) => rest - value, score - first),
    SUM_DIGITS,
  );
  return {
    file,
    constant: first,
    terms: shown,
    others,
    otherCount: terms.length - shown.length,
    score,
  };
}

function lookAt({ file, features: { logits } }: SeenPhoto, names: readonly string[]): Figures['cat'] {
  const top = topClasses(logits, 5).map(({ index, logit, probability }) =>
    rounded({ name: names[index] ?? '', logit, share: probability }),
  );
  return { file, top };
}

function pixelsOf({ square }: SeenPhoto): Figures['pixels'] {
  const { left, top, columns, rows } = PIXELS;
  const pixel = (x: number, y: number) => [
    ...square.subarray((y * NETWORK_SIDE + x) * 3, (y * NETWORK_SIDE + x) * 3 + 3),
  ];
  return {
    rows: Array.from({ length: rows }, (_, y) =>
      Array.from({ length: columns }, (_column, x) => pixel(left + x, top + y)),
    ),
  };
}

function find(photos: readonly SeenPhoto[], file: string): SeenPhoto {
  const found = photos.find((photo) => photo.file === file);
  if (!found) throw new Error(`${file} is not among the photos`);
  return found;
}

const round = (value: number, digits = DIGITS): number => Number(value.toFixed(digits));

/** All numbers in it, lists included. */
function rounded<T>(value: T): T {
  if (typeof value === 'number') return round(value) as T;
  if (Array.isArray(value)) return value.map(rounded) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)])) as T;
}
