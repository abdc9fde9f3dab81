// While a new answer is worked out the last one stays, marked as such: nothing is torn down for a moment.

import { useState } from 'react';
import type { CloserLook, Trained } from '../../store/state.ts';

export interface Kept<T> {
  readonly value: T;
  /** The classifier and the test photos that it is about. */
  readonly of: Trained;
  readonly tests: readonly string[];
  readonly isStale: boolean;
}

/**
 * @param part of the look that is there, or null while it is worked out
 * @param hasFailed no new answer comes
 */
export function useKept<Part extends 'curve' | 'map' | 'features' | 'heads'>(
  look: CloserLook | null,
  part: Part,
  hasFailed: boolean,
): Kept<NonNullable<CloserLook[Part]>> | null {
  type Value = NonNullable<CloserLook[Part]>;
  const [kept, setKept] = useState<Omit<Kept<Value>, 'isStale'> | null>(null);
  const value = look?.[part] as Value | undefined;
  if (look && value !== undefined && value !== kept?.value) {
    const next = { value, of: look.of, tests: look.tests };
    // React draws at once with the new state: what is returned here is not shown.
    setKept(next);
    return { ...next, isStale: false };
  }
  return kept && { ...kept, isStale: value === undefined && !hasFailed };
}
