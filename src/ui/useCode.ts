// Code that only some visitors need, fetched when it is asked for.

import { useCallback, useState } from 'react';

export interface Code<T> {
  /** null until it is there. */
  readonly code: T | null;
  readonly failed: boolean;
  /** Asks for it, or asks again. */
  readonly load: () => void;
}

/** @param fetchCode the same function at every call */
export function useCode<T>(fetchCode: () => Promise<T>): Code<T> {
  const [found, setFound] = useState<{ readonly code: T } | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    fetchCode()
      .then((code) => setFound({ code }))
      .catch(() => setFailed(true));
  }, [fetchCode]);
  return { code: found?.code ?? null, failed, load };
}
