// Hands out what was set aside because it could not be read.

import { asBinsightError } from '../../core/errors.ts';
import { useApp } from '../appContext.ts';
import { download } from '../takeAway/download.ts';

export function useTakeAside(): () => Promise<void> {
  const { storage, takeAway, actions } = useApp();
  return async () => {
    try {
      download(await takeAway.makeAside(await storage.readAside()));
    } catch (error) {
      actions.notify({ kind: 'export-failed', what: 'aside', error: asBinsightError(error) });
    }
  };
}
