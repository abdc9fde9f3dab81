// What photos left out say of the machine, in words.

import type { HeldOut } from '../../core/evaluation/types.ts';
import { percent } from '../sentences.ts';
import { words } from '../words/words.ts';

export function accuracyText({ accuracy, balancedAccuracy }: HeldOut): string {
  const [all, balanced] = [percent(accuracy ?? 0), percent(balancedAccuracy ?? 0)];
  return words.evaluation.leftOut.accuracy(all, all === balanced ? null : balanced);
}

export const aloneText = (alone: number): string =>
  alone === 0 ? '' : words.evaluation.leftOut.aloneInBins(alone);
