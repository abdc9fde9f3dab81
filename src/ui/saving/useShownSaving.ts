// How saving stands, calmly: a save that takes a moment is not worth a word, and a full disk that is tried again now
// and then is full meanwhile.

import { useEffect, useState } from 'react';
import type { Saving } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';

type Settled = Exclude<Saving, { readonly status: 'saving' }>;

interface ShownSaving {
  /** How things stood when nothing was being written. */
  readonly settled: Settled;
  /** It has been at it for long enough to say so. */
  readonly isAtIt: boolean;
}

/** Milliseconds that a change has to last before it is shown, in both directions: a burst of saves does not blink. */
const WORTH_SAYING = 400;

export function useShownSaving(): ShownSaving {
  const saving = useAppState((state) => state.saving);
  const [settled, setSettled] = useState<Settled>(saving.status === 'saving' ? { status: 'saved' } : saving);
  if (saving.status !== 'saving' && saving !== settled) setSettled(saving);

  const isSaving = saving.status === 'saving';
  const [isAtIt, setIsAtIt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsAtIt(isSaving), WORTH_SAYING);
    return () => clearTimeout(timer);
  }, [isSaving]);
  return { settled, isAtIt };
}
