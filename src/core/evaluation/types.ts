// The nouns of honest evaluation: what models say of photos that they have not learned from. Plain readonly data, as in
// ../types.ts. "Row" means a training photo, by its index in the training rows.

/** How photos were held out: each one alone, or in groups (stratified folds) where each alone would take too long. */
export interface HoldingOut {
  readonly method: 'leave-one-out' | 'k-fold';
  /** Number of groups: of photos with leave-one-out. */
  readonly folds: number;
}

/** What models that had not seen them say of the training photos. */
export interface HeldOut {
  readonly holding: HoldingOut;
  /**
   * Per row, one score per label (two labels: [-score, score]); null for a photo that is alone in its bin: without
   * it there is no bin to find.
   */
  readonly scores: readonly (readonly number[] | null)[];
  /** Per row, the index of the label with the largest score (of two: the second only above 0); null as above. */
  readonly predicted: readonly (number | null)[];
  /** Rows that could be held out, and how many of them came out right. */
  readonly tried: number;
  readonly right: number;
  /** right / tried, 0..1; null when nothing could be tried. */
  readonly accuracy: number | null;
  /** Mean over the labels of their own accuracies; null when nothing could be tried. */
  readonly balancedAccuracy: number | null;
  /** confusion[actual][predicted]: numbers of photos, by index of label. */
  readonly confusion: readonly (readonly number[])[];
}

/** Platt's sigmoid: the probability of "yes" at a score s is 1 / (1 + exp(slope * s + offset)); slope is below 0. */
export interface Sigmoid {
  readonly slope: number;
  readonly offset: number;
}

/**
 * Probabilities for scores; or why there are none. `sigmoid`: of two labels, Platt's, for the second one's score.
 * `softmax`: of more, exp(slope * score) divided by the sum over the labels; slope is above 0.
 */
export type Calibration =
  | {
      readonly status: 'ready';
      readonly method: 'sigmoid';
      readonly sigmoid: Sigmoid;
      /** Held-out photos that it was learned from. */
      readonly photos: number;
    }
  | {
      readonly status: 'ready';
      readonly method: 'softmax';
      readonly slope: number;
      readonly photos: number;
    }
  /** `few`: the smallest bin has too few photos that could be held out. `blind`: their scores say nothing. */
  | { readonly status: 'withheld'; readonly reason: 'few' | 'blind'; readonly least: number };

/** Accuracy of classifiers that learned from `perBin` photos of each bin, on photos they had not seen. */
export interface CurvePoint {
  readonly perBin: number;
  /** Mean over the repetitions of the balanced accuracy, 0..1, and its 10th and 90th percentile. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Standard error of `mean` over the repetitions: what other random choices of the same photos would change. */
  readonly error: number;
}

export interface LearningCurve {
  /** By rising `perBin`; empty where a bin has fewer than two photos. */
  readonly points: readonly CurvePoint[];
  /** Random choices of photos per point. */
  readonly repeats: number;
}

/** What doubling the photos, from about half of them to all, did to the balanced accuracy. */
export interface Gain {
  /** Photos per bin. */
  readonly from: number;
  readonly to: number;
  /** Balanced accuracy at `to` less that at `from`: 0.05 is five percentage points. */
  readonly gain: number;
  /** Standard error of the gain over the random choices. */
  readonly error: number;
}

/**
 * What a learning curve says of more photos. `rising`: the last doubling gained more than a percentage point, and more
 * than two standard errors: more photos will probably help. `flat`: it gained less than 5 points, even two standard
 * errors up. `perfect`: nearly every photo comes out right already, so that there is nothing to gain. `unknown`: the
 * numbers scatter too much to tell, or (with no gain at all) there are not two points to compare.
 * All this is about these very photos: the errors know nothing of how other photos would have done.
 */
export type MorePhotos =
  | { readonly status: 'rising' | 'flat' | 'perfect'; readonly gain: Gain }
  | { readonly status: 'unknown'; readonly gain: Gain | null };

/** One way of describing photos, or one way of learning from the descriptions, held to the same test. */
export interface Contender<Name extends string> {
  readonly name: Name;
  readonly right: number;
  readonly tried: number;
  readonly accuracy: number | null;
  /** What it says of each test photo: index of the label. */
  readonly testLabels: readonly number[];
  /** Milliseconds to train once on all rows. */
  readonly ms: number;
}

export type HeadName = 'svm' | 'softmax' | 'nearest';

/** All photos in a plane: the two directions in which the training photos differ most (principal components). */
export interface PhotoMap {
  /** [x, y] per row and per test photo, in units of the scaled features, the training photos' mean at [0, 0]. */
  readonly rows: readonly (readonly [number, number])[];
  readonly tests: readonly (readonly [number, number])[];
  /** Shares of the training photos' variance along x and y, 0..1. */
  readonly shares: readonly [number, number];
  /** From how many of the training photos the directions were found: all, or 300 of them. */
  readonly directionsFrom: number;
  /** Two labels: a point [x, y] of the plane has the score normal . [x, y] + bias. Null for more labels. */
  readonly boundary: { readonly normal: readonly [number, number]; readonly bias: number } | null;
}
