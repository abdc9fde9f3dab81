// The dream that is dreamt, or was: a photo on its way to what somebody wished to see more of.

import { useCallback, useEffect, useRef, useState } from 'react';
import { asBinsightError, type BinsightError } from '../../../core/errors.ts';
import type { PhotoKey } from '../../../store/project.ts';
import type { DreamPicture } from '../../../workers/contract.ts';
import { useApp } from '../../appContext.ts';
import type { Wish } from './wish.ts';

export interface DreamPoint {
  /** Steps that had been done when the score was this. */
  readonly step: number;
  readonly side: number;
  readonly score: number;
}

export type DreamEnd =
  | { readonly status: 'done' }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly error: BinsightError };

export interface Dream {
  readonly wish: Wish;
  readonly points: readonly DreamPoint[];
  /** The last one; null before the first step is done. */
  readonly picture: DreamPicture | null;
  /** null while it goes on. */
  readonly end: DreamEnd | null;
}

export interface Dreaming {
  readonly dream: Dream | null;
  readonly begin: (wish: Wish) => void;
  /** Keeps what has been dreamt so far; a dream without a picture was none. */
  readonly stop: () => void;
  /** Ends it and puts it away. */
  readonly leave: () => void;
}

/** Whoever closes the dialog finds the last dream there again, as long as the page is open. */
let last: { readonly key: PhotoKey; readonly dream: Dream } | null = null;

/** A dream that nobody waits for any more; one without a picture was none. */
const stopped = (dream: Dream | null): Dream | null =>
  dream?.picture ? { ...dream, end: dream.end ?? { status: 'stopped' } } : null;

export function useDream(key: PhotoKey): Dreaming {
  const { dreams } = useApp();
  const [dream, setDream] = useState<Dream | null>(() => (last?.key === key ? stopped(last.dream) : null));
  const wake = useRef<AbortController | null>(null);

  useEffect(() => {
    if (dream) last = { key, dream };
    // A photo of which nothing was dreamt leaves another's dream alone.
    else if (last?.key === key) last = null;
  }, [key, dream]);

  // Its worker holds memory that nothing else needs.
  useEffect(
    () => () => {
      wake.current?.abort();
      dreams.rest();
    },
    [dreams],
  );

  const begin = useCallback(
    (wish: Wish) => {
      const { goal } = wish;
      if (!goal) return;
      wake.current?.abort();
      const mine = new AbortController();
      wake.current = mine;
      setDream({ wish, points: [], picture: null, end: null });
      const change = (next: (old: Dream) => Dream) => {
        if (!mine.signal.aborted) setDream((old) => old && next(old));
      };
      const onPicture = (picture: DreamPicture) => {
        const { step, side, score } = picture;
        change((old) => ({ ...old, picture, points: [...old.points, { step: step - 1, side, score }] }));
      };
      const end = (how: DreamEnd) => change((old) => ({ ...old, end: how }));
      dreams
        .dream(key, goal, onPicture, mine.signal)
        .then(() => end({ status: 'done' }))
        .catch((error: unknown) => end({ status: 'failed', error: asBinsightError(error) }));
    },
    [dreams, key],
  );

  const stop = useCallback(() => {
    wake.current?.abort();
    setDream(stopped);
  }, []);

  const leave = useCallback(() => {
    wake.current?.abort();
    setDream(null);
  }, []);

  return { dream, begin, stop, leave };
}
