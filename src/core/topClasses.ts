// What ImageNet's own 1000 words say of a photo.

/** One class of the network with its logit and its softmax probability (0..1). */
export interface TopClass {
  readonly index: number;
  readonly logit: number;
  readonly probability: number;
}

/**
 * Probabilities from logits, exp(z_j) / sum of exp(z). The largest logit is subtracted first: exp overflows at 710.
 * @param logits finite, any length
 * @returns as many numbers in [0, 1], summing to 1
 */
export function softmax(logits: Float32Array): Float64Array {
  const largest = logits.reduce((most, z) => Math.max(most, z), -Infinity);
  const exponentials = Float64Array.from(logits, (z) => Math.exp(z - largest));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  return exponentials.map((e) => e / sum);
}

/** The `count` classes with the largest logits, largest first; the lower index first among equals. */
export function topClasses(logits: Float32Array, count: number): readonly TopClass[] {
  const probabilities = softmax(logits);
  return Array.from(logits, (logit, index) => ({ index, logit, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.logit - a.logit || a.index - b.index)
    .slice(0, count);
}
