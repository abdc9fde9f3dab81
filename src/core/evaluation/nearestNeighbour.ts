// The head of the first Teachable Machine (2017): the bins of the nearest photos vote.

import { binSizes } from '../bins.ts';
import { type Neighbour, nearestPhotos } from '../novelty.ts';
import type { FeatureVector } from '../types.ts';

/** Teachable Machine's number of voters. */
const MOST_VOTERS = 10;

/**
 * How many photos vote: 10, as in the first Teachable Machine, but no more than the smallest bin holds: beyond, the
 * larger bins would win by their number alone, whatever the photo shows.
 * @param targets per training photo, the index of its label
 */
export function countVoters(targets: readonly number[]): number {
  return Math.min(MOST_VOTERS, ...binSizes(targets).filter((size) => size > 0));
}

/**
 * k nearest neighbours (Fix and Hodges 1951) by the cosine of the raw features.
 * @param units the training photos through `unitRows`
 * @param targets per training photo, the index of its label
 * @returns as `voteOf`
 */
export function voteOfNearest(
  units: readonly Float64Array[],
  targets: readonly number[],
  row: FeatureVector,
): number {
  return voteOf(nearestPhotos(units, row, countVoters(targets)), targets);
}

/**
 * The label that has most of the voters. With equal votes the larger sum of similarities wins, then the lower label.
 * @returns the index of the label that wins; -1 without voters
 */
export function voteOf(voters: readonly Neighbour[], targets: readonly number[]): number {
  const votes: { count: number; similarity: number }[] = [];
  for (const { row: near, similarity } of voters) {
    const target = targets[near] ?? -1;
    const { count, similarity: sum } = votes[target] ?? { count: 0, similarity: 0 };
    votes[target] = { count: count + 1, similarity: sum + similarity };
  }
  let winner = -1;
  for (const [target, vote] of votes.entries()) {
    const best = votes[winner];
    if (
      vote &&
      (!best || vote.count > best.count || (vote.count === best.count && vote.similarity > best.similarity))
    )
      winner = target;
  }
  return winner;
}
