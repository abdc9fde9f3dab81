// Sentences of the evaluation that depend on a value, and need more than to be looked up.

import type { Contender, CurvePoint, HeldOut, MorePhotos, PhotoMap } from '../../core/evaluation/types.ts';
import type { Evaluation } from '../../store/state.ts';
import { percent, signed, unsigned } from '../sentences.ts';
import { words } from '../words/words.ts';
import type { Agreement } from './contenders.ts';

/** One point of the learning curve in words. */
export const pointSentence = ({ perBin, mean, low, high }: CurvePoint): string =>
  words.evaluation.curve.point(perBin, percent(mean), percent(low), percent(high));

/** "16 of 20"; words where nothing could be held out. */
export const heldOutText = ({ right, tried }: Contender<string>): string =>
  tried === 0 ? words.evaluation.contenders.tooFew : words.evaluation.contenders.right(right, tried);

export const heldOutName = ({ right, tried, accuracy }: Contender<string>): string =>
  accuracy === null
    ? words.evaluation.contenders.noneHeldOut
    : words.evaluation.contenders.rightInFull(right, tried, percent(accuracy));

/** How a contender's verdicts on the test photos compare with those on the screen. */
export const agreementText = (agreement: Agreement | null): string =>
  agreement === null || agreement.of === 0
    ? words.evaluation.contenders.noTests
    : words.evaluation.contenders.agreement(agreement.same, agreement.of);

/** "across: 23 % of all differences" */
export const axisTitle = (direction: 'across' | 'upwards', share: number): string =>
  words.evaluation.map.axis[direction](percent(share));

/** A place on the map, as on its axes. */
export const coordinates = ([x, y]: readonly [number, number]): string =>
  words.evaluation.map.place(signed(x), signed(y));

/** What the map shows, for those who do not see it. */
export function mapDescription(map: PhotoMap, labels: readonly string[]): string {
  const [x, y] = map.shares;
  const [below = '', above = ''] = labels;
  const say = words.evaluation.map;
  return [
    say.shown(map.rows.length, map.tests.length, percent(x), percent(y)),
    ...(map.directionsFrom < map.rows.length ? [say.directionsFrom(map.directionsFrom)] : []),
    ...(map.boundary ? [say.boundary(below, above)] : []),
    say.seeList,
  ].join(' ');
}

/** Digits that do not come from `fixed`, with this language's decimal sign. */
export const withDecimal = (digits: string): string => digits.replace('.', words.numbers.decimal);

/** A positive number without exponent and with no more digits than it needs: 0.001, 0.02, 10, 300. */
export const tidyNumber = (value: number): string => withDecimal(String(Number(value.toPrecision(3))));

/** How hard a class pushes, whichever way. */
export const weightText = (weight: number): string => unsigned(Math.abs(weight), 4);

/** What is being pointed at on the map: its name, what it is, and where it lies. */
export const mapCaption = (name: string, what: string, at: readonly [number, number]): string =>
  words.evaluation.map.shownPhoto(name, what, coordinates(at));

/** A bin's name where there is room for a word or two. */
export const sideName = (label: string): string => (label.length > 18 ? `${label.slice(0, 17)}…` : label);

/** What photos left out say of the machine. */
export function accuracyText({ accuracy, balancedAccuracy }: HeldOut): string {
  const [all, balanced] = [percent(accuracy ?? 0), percent(balancedAccuracy ?? 0)];
  return words.evaluation.leftOut.accuracy(all, all === balanced ? null : balanced);
}

export const aloneText = (alone: number): string =>
  alone === 0 ? '' : words.evaluation.leftOut.aloneInBins(alone);

/** What the accuracies of a comparison rest on. */
export function basisSentence(evaluation: Evaluation | null): string {
  if (!evaluation) return '';
  const { holding, tried } = evaluation.heldOut;
  const say = words.evaluation.basis;
  if (tried === 0) return say.none;
  return holding.method === 'leave-one-out'
    ? say.eachLeftOut(tried)
    : say.groupsLeftOut(tried, holding.folds);
}

/** Would five more photos help? As far as the curve can tell. */
export function moreSentence({ status, gain }: MorePhotos): string {
  const say = words.evaluation.more;
  if (!gain) return say.cannotTell;
  const { from, to } = gain;
  if (status === 'perfect') return say.perfect(to);
  const error = Math.max(1, Math.round(200 * gain.error));
  return say[status](say.change(signed(100 * gain.gain, 0), from, to, error));
}
