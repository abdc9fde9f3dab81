// The nouns of the learning half: what a photo's features are, what was learned from them, what it says.
// Plain readonly data throughout, so that every value here crosses a worker boundary (structured clone).

/**
 * What a photo can be described by: the classifier's 1000 logits, or a module's channels, each averaged over the
 * photo. pool5 is that of the last module (1024 channels), inception_4d one in the middle of the network (528).
 */
export type FeatureKind = 'logits' | 'pool5' | 'inception_4d';

/** One photo's features of one kind, as they leave the network. */
export type FeatureVector = Float32Array;

/** What the network says of one photo. */
export interface Features extends Readonly<Record<FeatureKind, FeatureVector>> {
  /** What computed them, where that is known: WASM, a GPU. All that full precision gives agrees within 0.001. */
  readonly backend?: string;
}

/** The affine map from features z to the SVM's inputs x = (z - mean) / rms, learned from the training photos. */
export interface Scaling {
  /** Mean of each feature over the training photos. Length: number of features. */
  readonly mean: Float64Array;
  /** Root mean square distance of the training photos from `mean`; 1 where all photos are equal. Above 0. */
  readonly rms: number;
}

/**
 * Which solvers made a boundary. `ml-svm+smo`: ml-svm's alphas, taken to the optimum by our exact SMO. The
 * others: the exact SMO alone, from zeros, because there were too many photos for ml-svm's O(n^2) sweeps,
 * because ml-svm ran out of its sweeps, or because the alphas it found were no better than zeros.
 */
export type Solver = 'ml-svm+smo' | 'smo:many-photos' | 'smo:ml-svm-gave-up' | 'smo:ml-svm-useless';

/** One trained hyperplane: score(x) = weights . x + bias, in scaled features x. */
export interface Boundary {
  /** One weight per feature, w = sum of alpha_i y_i x_i. */
  readonly weights: Float64Array;
  /** `shift` included. */
  readonly bias: number;
  /** How far the threshold was moved to make up for bins of different sizes; 0 for equal ones. */
  readonly shift: number;
  /** w . x + bias of every training row. */
  readonly scores: Float64Array;
  /** |w|. 0 when the photos of both sides coincide. The margin is 1 / norm on each side. */
  readonly norm: number;
  /** One dual variable per training photo, from 0 to C times its bin's weight, in the order of the training rows. */
  readonly alphas: Float64Array;
  /** Indices into the training rows with alpha > 0, ascending. */
  readonly supportVectors: readonly number[];
  /** |w|^2 / 2 + C * sum of hinge losses: what training makes small. */
  readonly primal: number;
  /** sum(alpha) - |w|^2 / 2: never above the best possible primal. */
  readonly dual: number;
  /** primal - dual: the primal is at most this far above the optimum, whatever solver made it. */
  readonly gap: number;
  readonly solver: Solver;
  /** Steps of the exact SMO (two alphas each). */
  readonly iterations: number;
}

export interface Classifier {
  /** The bins that held photos, in the order of the page; at least two. */
  readonly labels: readonly string[];
  readonly scaling: Scaling;
  /** The price of a photo on the wrong side of its margin. */
  readonly C: number;
  /** Two labels: one boundary, positive means labels[1]. More: boundary k is labels[k] (positive) against the rest. */
  readonly boundaries: readonly Boundary[];
  /** Number of training photos. */
  readonly photos: number;
}

export interface Verdict {
  readonly label: string;
  /** Two bins: w . x + b, positive means the second bin. More bins: the winner's score. */
  readonly score: number;
  /** score / |w|: signed distance to the boundary in scaled feature space; 0 where |w| is 0. */
  readonly distance: number;
  /** One score per label, in the order of the labels. Two bins: [-score, score]. */
  readonly scores: readonly number[];
}

/** One feature's share of a score. */
export interface Term {
  /** Index of the feature; for logits, of the ImageNet class. */
  readonly index: number;
  /** w_j * x_j, in units of the score. */
  readonly value: number;
}
