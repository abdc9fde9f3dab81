// What features are called: ImageNet's classes by name, channels by the classes that they speak for.

import type { FeatureKind } from '../core/types.ts';
import { imagenetName } from './sentences.ts';
import { words } from './words/words.ts';

export interface FeatureNames {
  /** Unmistakable: "convertible", "#402 platypus, badger". */
  readonly name: (index: number) => string;
  /** For a sentence: "convertible", "platypus/badger". */
  readonly words: (index: number) => string;
}

/** @param channels per channel, indices of the classes that it speaks for, as far as that is known */
export function featureNames(
  kind: FeatureKind,
  classNames: readonly string[],
  channels: ReadonlyMap<number, readonly number[]>,
): FeatureNames {
  const className = (index: number) => imagenetName(classNames, index);
  if (kind === 'logits') return { name: className, words: className };
  const classesOf = (index: number) => (channels.get(index) ?? []).map(className);
  return {
    name: (index) => [`#${index}`, classesOf(index).join(', ')].join(' ').trim(),
    words: (index) => classesOf(index).join('/') || words.common.channelNumber(index),
  };
}
