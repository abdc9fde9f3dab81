// From logits to probabilities.

/**
 * exp(z_j) / sum of exp(z). The largest logit is subtracted first: exp overflows at 710.
 * @param logits finite, any length
 * @returns as many numbers in [0, 1], summing to 1; a larger logit never has a smaller one
 */
export function softmax(logits: Float32Array | readonly number[]): Float64Array {
  const wide = Float64Array.from(logits);
  const largest = wide.reduce((most, z) => Math.max(most, z), -Infinity);
  const exponentials = wide.map((z) => Math.exp(z - largest));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  return exponentials.map((e) => e / sum);
}
