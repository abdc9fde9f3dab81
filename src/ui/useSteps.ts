// The first screen comes part by part, each drawn in a task of its own: drawn all at once it would keep a phone from answering
// for a quarter of a second.

import { startTransition, useEffect, useState } from 'react';

/** @returns how many of the parts are to be there: from 0, soon all of them */
export function useSteps(parts: number): number {
  const [step, setStep] = useState(0);
  useEffect(() => {
    if (step < parts) startTransition(() => setStep(step + 1));
  }, [step, parts]);
  return step;
}
