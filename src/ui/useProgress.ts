// How far the photos of the last drop are: counted from the moment when the first of them began to wait.

import { useEffect, useState } from 'react';
import { isOnItsWay } from '../store/state.ts';
import { useAppState } from './appContext.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Milliseconds, by the pace of the last photos; null before there are some. */
  readonly remaining: number | null;
}

export function useProgress(): Progress | null {
  const open = useAppState(({ history, work }) =>
    history.present.photos.reduce((count, { key }) => (isOnItsWay(work[key]) ? count + 1 : count), 0),
  );
  const total = useAppState(({ history }) => history.present.photos.length);
  const pace = useAppState((state) => state.pace);
  const ready = useAppState(({ network }) => network.status === 'ready');
  /** Photos that were finished when this batch began. */
  const [before, setBefore] = useState(0);

  useEffect(() => {
    if (open === 0) setBefore(total);
  }, [open, total]);

  if (open === 0) return null;
  const batch = Math.max(open, total - before);
  return { done: batch - open, total: batch, remaining: pace === null || !ready ? null : open * pace };
}
