// What the numbers amount to, as the text says it in every language.

import type { FeatureKind } from '../core/types.ts';
import { figures, type JudgedPhoto, type LearnedCar, type Term } from './figures.ts';

/** Which bin's side a score is on. */
export const sideOf = (score: number): number => (score > 0 ? 1 : 0);

/** How sure a verdict is of what it says. */
export const sureness = ({ score, chance }: JudgedPhoto): number =>
  sideOf(score) === 1 ? chance : 1 - chance;

/** The cars that come out wrong when they are left out, in the order in which the page numbers them. */
export const wrongCars: readonly LearnedCar[] = figures.learned.filter(
  ({ bin, leftOut }) => sideOf(leftOut) !== bin,
);

/** @returns from 1; undefined for those that come out right */
export function numberOf(car: LearnedCar): number | undefined {
  const place = wrongCars.indexOf(car);
  return place < 0 ? undefined : place + 1;
}

export const rightLeftOut: number = figures.learned.length - wrongCars.length;

/** How many of the learned cars seem to lie on the wrong side of the boundary where only the map is seen. */
export const astrayOnMap: number = figures.learned.filter(({ bin, map: [x, y] }) => {
  const { normal, bias } = figures.map;
  return sideOf(normal[0] * x + normal[1] * y + bias) !== bin;
}).length;

/** Share of all differences between the cars that the map does not show. */
export const offTheMap: number = 1 - figures.map.shares[0] - figures.map.shares[1];

export const supports: number = figures.learned.filter(({ isSupport }) => isSupport).length;

/** The photo whose score is taken apart, and the first line of that sum. */
export const example: JudgedPhoto = need(figures.tests.find(({ file }) => file === figures.sum.file));
export const firstTerm: Term = need(figures.sum.terms[0]);

/** How sure the two least sure of the test photos' verdicts are. */
export const closeCalls: readonly number[] = figures.tests
  .map(sureness)
  .sort((a, b) => a - b)
  .slice(0, 2);

export const turnedAway: number = figures.neither.others.filter(({ isNeither }) => isNeither).length;
/** Of the other things the one that is most like the cars. */
export const nearMiss = need(figures.neither.others[0]);

/** With how many of the cars covered the boundary still says `modern`. */
export const modernWhenCovered: number = need(
  figures.changed.find(({ change }) => change === 'surroundings'),
).photos.filter(({ score }) => sideOf(score) === 1).length;

/** How many of the cars come out right when they are left out, described in that way. */
export const rightBy = (kind: FeatureKind): number =>
  need(figures.right.find(({ name }) => name === kind)).right;

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('figures.json lacks a number: run npm run how-it-works');
  return value;
}
