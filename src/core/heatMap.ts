// Where on the photo a score comes from. Features are means over a module's places, and all that follows is linear,
// so the score is exactly a sum over the places: no second network, no approximation.

import type { UnscaledScore } from './scaling.ts';
import { at, dot } from './svm/vectors.ts';
import type { FeatureKind } from './types.ts';

/** A module's activations on one photo: [side, side, channels], row by row. */
export interface Places {
  readonly side: number;
  readonly channels: number;
  readonly values: Float32Array;
}

/** The network's last layer: logits = pool5 . weights + bias; weights are [channels, classes]. */
export interface LinearLayer {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** One number per place, in units of the score: [side, side], row by row. */
export interface HeatMap {
  readonly side: number;
  readonly values: Float64Array;
}

/** The module whose channels' means features of a kind are made of. */
export const moduleOf = (kind: FeatureKind): 'inception_5b' | 'inception_4d' =>
  kind === 'inception_4d' ? 'inception_4d' : 'inception_5b';

/**
 * Takes a score of logits back through the classifier, to the 1024 channels that it sees.
 * @param score as a function of logits
 * @returns the same score as a function of the channels' means
 */
export function carryBack(score: UnscaledScore, { weights, bias }: LinearLayer): UnscaledScore {
  const classes = score.direction.length;
  const channels = weights.length / classes;
  const direction = new Float64Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    direction[channel] = dot(
      new Float64Array(weights.subarray(channel * classes, (channel + 1) * classes)),
      score.direction,
    );
  }
  return { direction, offset: score.offset + dot(score.direction, new Float64Array(bias)) };
}

/**
 * The share of each place in a score. The offset (what the average photo has of the direction) is taken off all places
 * alike, so that a place counts by how much it differs from an average place of the training photos:
 * sum of the values + the boundary's bias = score, up to the network's rounding (1e-5).
 */
export function heatMap({ side, channels, values }: Places, { direction, offset }: UnscaledScore): HeatMap {
  const count = side * side;
  const shares = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += (values[place * channels + channel] ?? Number.NaN) * at(direction, channel);
    }
    shares[place] = (sum + offset) / count;
  }
  return { side, values: shares };
}
