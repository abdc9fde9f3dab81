// A part of the page whose code is fetched once the network is there: the first screen does not wait for it, and the
// server may be gone when somebody wants it.

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { useAppState } from './appContext.ts';

interface Later<Props> {
  /** null until it is there. */
  readonly Content: ComponentType<Props> | null;
  readonly failed: boolean;
  readonly load: () => void;
}

/** @param fetchContent always the same function */
export function useLater<Props>(fetchContent: () => Promise<ComponentType<Props>>): Later<Props> {
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const [content, setContent] = useState<{ readonly show: ComponentType<Props> } | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    fetchContent()
      .then((show) => setContent({ show }))
      .catch(() => setFailed(true));
  }, [fetchContent]);
  useEffect(() => {
    // Not before the page has said that it is ready.
    const timer = hasNetwork ? setTimeout(load) : undefined;
    return () => clearTimeout(timer);
  }, [hasNetwork, load]);
  return { Content: content?.show ?? null, failed, load };
}
