// How many photos come out right that were left out in turn.

import type { HeldOut } from '../../core/evaluation/types.ts';
import { accuracyText } from './leftOutSentences.ts';

export function RightCount({ heldOut }: { readonly heldOut: HeldOut }) {
  if (heldOut.tried === 0) return 'Two photos in a bin are needed to leave one out.';
  return (
    <>
      <strong>
        {heldOut.right} of {heldOut.tried}
      </strong>{' '}
      come out right, {accuracyText(heldOut)}.
    </>
  );
}
