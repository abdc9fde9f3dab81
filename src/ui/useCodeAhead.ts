// Code that only some visitors need, fetched before they ask for it: the server may be gone then.

import { useEffect } from 'react';
import { useAppState } from './appContext.ts';
import { type Code, useCode } from './useCode.ts';

/** @param fetchCode the same function at every call */
export function useCodeAhead<T>(fetchCode: () => Promise<T>): Code<T> {
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const code = useCode(fetchCode);
  const { load, failed } = code;
  useEffect(() => {
    // Not before the page has said that it is ready.
    const timer = hasNetwork ? setTimeout(load) : undefined;
    return () => clearTimeout(timer);
  }, [hasNetwork, load]);
  useEffect(() => {
    // Nobody has asked for it, so nobody need ask again.
    if (!failed) return;
    addEventListener('online', load, { once: true });
    return () => removeEventListener('online', load);
  }, [failed, load]);
  return code;
}
