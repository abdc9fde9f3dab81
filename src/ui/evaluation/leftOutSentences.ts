// What photos left out say of the machine, in words.

import type { HeldOut } from '../../core/evaluation/types.ts';
import { percent, photos } from '../sentences.ts';

export function accuracyText({ accuracy, balancedAccuracy }: HeldOut): string {
  const [all, balanced] = [percent(accuracy ?? 0), percent(balancedAccuracy ?? 0)];
  return all === balanced ? all : `${all} (${balanced} if every bin counts alike)`;
}

export const aloneText = (alone: number): string =>
  alone === 0
    ? ''
    : `${photos(alone)} could not be left out: without ${alone === 1 ? 'it' : 'them'} a bin would be empty.`;
