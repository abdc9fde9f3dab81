// Every sentence of the evaluation that depends on a value.

import type {
  Contender,
  CurvePoint,
  LearningCurve,
  MorePhotos,
  PhotoMap,
} from '../../core/evaluation/types.ts';
import type { Evaluation } from '../../store/state.ts';
import { percent, photos, signed, unsigned } from '../sentences.ts';

/** "2 photos of classic that look like modern" */
export const cellName = (count: number, actual: string, predicted: string): string =>
  `${photos(count)} of ${actual} that look${count === 1 ? 's' : ''} like ${predicted}`;

export const perBin = (count: number): string => `${photos(count)} per bin`;

/** One point of the learning curve in words. */
export const pointSentence = ({ perBin: count, mean, low, high }: CurvePoint): string =>
  `With ${perBin(count)}: ${percent(mean)} right on average; eight of ten tries lie between ${percent(low)} and ${percent(high)}.`;

/** What the curve's line and band are, in short. */
export const curveNote = ({ repeats }: LearningCurve): string =>
  `The line is the average of ${repeats} random choices of photos; the band holds eight of ten of them.`;

export const chanceNote = (chance: number): string => `guessing: ${percent(chance)}`;

/** "16 of 20"; words where nothing could be held out. */
export const heldOutText = ({ right, tried }: Contender<string>): string =>
  tried === 0 ? 'too few' : `${right} of ${tried}`;

export const heldOutName = ({ right, tried, accuracy }: Contender<string>): string =>
  accuracy === null
    ? 'No photo could be held out'
    : `${right} of ${photos(tried)} right, held out: ${percent(accuracy)}`;

/** How a contender's verdicts on the test photos compare with those on the screen. */
export const agreementText = (agreement: { readonly same: number; readonly of: number } | null): string =>
  agreement === null || agreement.of === 0
    ? 'no test photos'
    : `${agreement.same} of ${agreement.of} as in use`;

export const chooseName = (title: string): string => `Use ${title}`;

/** "across: 23 % of all differences" */
export const axisTitle = (direction: 'across' | 'upwards', share: number): string =>
  `${direction}: ${percent(share)} of all differences`;

/** A place on the map, as on its axes. */
export const coordinates = ([x, y]: readonly [number, number]): string => `${signed(x)}, ${signed(y)}`;

/** What the map shows, for those who do not see it. */
export function mapDescription(map: PhotoMap, labels: readonly string[]): string {
  const [x, y] = map.shares;
  const tests = map.tests.length > 0 ? ` and ${photos(map.tests.length)} to test` : '';
  const boundary = map.boundary
    ? ` A line marks where the verdict would turn, in this plane, from ${labels[0]} to ${labels[1]}.`
    : '';
  const from =
    map.directionsFrom < map.rows.length
      ? ` The directions were found from ${map.directionsFrom} of them.`
      : '';
  return `${photos(map.rows.length)} in bins${tests}, placed by how they differ: ${percent(x)} of all differences across, ${percent(y)} upwards.${from}${boundary} The list of photos gives every place.`;
}

/** A positive number without exponent and with no more digits than it needs: 0.001, 0.02, 10, 300. */
export const tidyNumber = (value: number): string => String(Number(value.toPrecision(3)));

/** How hard a class pushes, whichever way. */
export const weightText = (weight: number): string => unsigned(Math.abs(weight), 4);

/** What is being pointed at on the map: its name, what it is, and where it lies. */
export const mapCaption = (name: string, what: string, at: readonly [number, number]): string =>
  `${name}, ${what}, at ${coordinates(at)}`;

/** A bin's name where there is room for a word or two. */
export const sideName = (label: string): string => (label.length > 18 ? `${label.slice(0, 17)}…` : label);

/** What the accuracies of a comparison rest on. */
export function basisSentence(evaluation: Evaluation | null): string {
  if (!evaluation) return '';
  const { holding, tried } = evaluation.heldOut;
  if (tried === 0) return 'No photo could be left out yet.';
  return holding.method === 'leave-one-out'
    ? `Tried on ${photos(tried)}, each left out in turn.`
    : `Tried on ${photos(tried)}, left out in ${holding.folds} groups.`;
}

/** Would five more photos help? As far as the curve can tell. */
export function moreSentence({ status, gain }: MorePhotos): string {
  if (!gain) return 'That takes three photos in each bin to tell.';
  const { from, to } = gain;
  const change = `${signed(100 * gain.gain, 0)} points from ${from} to ${to} photos per bin, give or take ${Math.max(1, Math.round(200 * gain.error))}`;
  switch (status) {
    case 'perfect':
      return `Hardly: with ${to} photos per bin it is right nearly every time. Harder photos to test would tell more.`;
    case 'rising':
      return `Probably: it is still getting better (${change}).`;
    case 'flat':
      return `Hardly: it has stopped getting better (${change}). Other features, or other photos, may.`;
    case 'unknown':
      return `Hard to say from these: ${change}.`;
  }
}
