// What ImageNet's own 1000 words say of a photo.

import { softmax } from './softmax.ts';

/** One class of the network with its logit and its softmax probability (0..1). */
export interface TopClass {
  readonly index: number;
  readonly logit: number;
  readonly probability: number;
}

/** The `count` classes with the largest logits, largest first; the lower index first among equals. */
export function topClasses(logits: Float32Array, count: number): readonly TopClass[] {
  const probabilities = softmax(logits);
  return Array.from(logits, (logit, index) => ({ index, logit, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.logit - a.logit || a.index - b.index)
    .slice(0, count);
}
