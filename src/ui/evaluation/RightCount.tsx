// How many photos come out right that were left out in turn.

import type { HeldOut } from '../../core/evaluation/types.ts';
import { words } from '../words/words.ts';
import { accuracyText } from './evaluationSentences.ts';

export function RightCount({ heldOut }: { readonly heldOut: HeldOut }) {
  if (heldOut.tried === 0) return words.evaluation.leftOut.noneTried;
  return words.evaluation.leftOut.right(heldOut.right, heldOut.tried, accuracyText(heldOut));
}
