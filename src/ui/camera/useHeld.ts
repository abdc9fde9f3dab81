// What changes with every frame, held long enough to be read.

import { useEffect, useState } from 'react';

/** Milliseconds. */
const READABLE = 1000;

/** @param kind another kind of thing is shown at once */
export function useHeld<T>(value: T, kind: unknown): T {
  const [held, setHeld] = useState({ value, kind, since: 0 });
  useEffect(() => {
    const now = performance.now();
    if (held.kind !== kind || now - held.since >= READABLE) setHeld({ value, kind, since: now });
  }, [value, kind, held]);
  return held.kind === kind ? held.value : value;
}
