// The numbers of the page that explains how it works: of the talk's cars, made by `npm run how-it-works`, never by hand.

import type { FeatureKind } from '../core/types.ts';
import json from './figures.json' with { type: 'json' };

/** Bins, by their index. */
export const BINS = ['classic', 'modern'] as const;

export interface LikelyClass {
  readonly name: string;
  readonly logit: number;
  /** Softmax probability, 0..1. */
  readonly share: number;
}

/** One photo, and what the network's 1000 names say of it. */
interface Look {
  readonly file: string;
  readonly top: readonly LikelyClass[];
}

/** A stage of the network. */
interface Stage {
  readonly name: string;
  /** Side of the patch of the photo that one of its numbers depends on, in pixels; at most the photo's. */
  readonly patch: number;
  readonly patterns: number;
  /** Places along each side of its map. */
  readonly side: number;
}

/** A class with the bins' averages, and its weight: what one more of its logit does to the score. */
export interface ClassNumbers {
  readonly name: string;
  readonly classic: number;
  readonly modern: number;
  readonly weight: number;
}

/** A car that was learned from. */
export interface LearnedCar {
  readonly file: string;
  readonly bin: number;
  /** Its place on the page's own map. */
  readonly map: readonly [number, number];
  /** Its distance from the boundary, and how far it is in the direction in which the cars differ most besides. */
  readonly away: number;
  readonly along: number;
  /** Does it hold the boundary where it is? */
  readonly isSupport: boolean;
  /** Score of the machine that has learned from it, and of the one that has not. */
  readonly score: number;
  readonly leftOut: number;
  /** Similarity to the most similar other one. */
  readonly nearest: number;
}

/** How much a photo is like those that were learned from. */
export interface Likeness {
  /** Similarity to the most similar one. */
  readonly nearest: number;
  readonly isNeither: boolean;
}

/** A photo that nothing was learned from. */
export interface JudgedPhoto extends Likeness {
  readonly file: string;
  /** The bin that is right; null where none is. */
  readonly bin: number | null;
  readonly score: number;
  readonly distance: number;
  /** Probability of `modern`. */
  readonly chance: number;
}

export interface Term extends ClassNumbers {
  /** The photo's own logit, and the average of those that were learned from. */
  readonly here: number;
  readonly average: number;
  readonly value: number;
}

interface OtherThing extends Likeness {
  readonly name: string;
}

interface ChangedPhoto extends Likeness {
  readonly score: number;
}

export const CHANGES = ['mirrored', 'grey', 'upsideDown', 'surroundings'] as const;
export type Change = (typeof CHANGES)[number];

export interface Figures {
  readonly network: {
    readonly layers: number;
    readonly weights: number;
    readonly classes: number;
    readonly stages: readonly Stage[];
  };
  /** A few pixels of a photo: [row][column][red, green, blue], 0..255. */
  readonly pixels: {
    readonly rows: readonly (readonly (readonly number[])[])[];
  };
  readonly cat: Look;
  readonly car: Look;
  /** What tells the bins apart, in classes that speak for themselves. */
  readonly telling: readonly ClassNumbers[];
  readonly map: {
    readonly shares: readonly [number, number];
    readonly normal: readonly [number, number];
    readonly bias: number;
  };
  /** Half the width of the gap. */
  readonly margin: number;
  readonly learned: readonly LearnedCar[];
  /** The largest weights towards each bin. */
  readonly weights: { readonly classic: readonly ClassNumbers[]; readonly modern: readonly ClassNumbers[] };
  /** One score as a sum: constant + terms + others = score, to the last digit. */
  readonly sum: {
    readonly file: string;
    readonly constant: number;
    readonly terms: readonly Term[];
    readonly others: number;
    readonly otherCount: number;
    readonly score: number;
  };
  readonly tests: readonly JudgedPhoto[];
  /** The cat, by the boundary that was learned from cars. */
  readonly catVerdict: JudgedPhoto;
  readonly neither: {
    readonly limit: number;
    readonly typical: number;
    /** Photos of other things: the most similar first. */
    readonly others: readonly OtherThing[];
  };
  /** The test photos in their order, changed. */
  readonly changed: readonly { readonly change: Change; readonly photos: readonly ChangedPhoto[] }[];
  /** How many of the cars come out right when left out, by what describes them. */
  readonly right: readonly { readonly name: FeatureKind; readonly right: number }[];
}

export const figures: Figures = json as unknown as Figures;
