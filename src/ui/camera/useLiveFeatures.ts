// What the network says of the camera's newest frame, again and again.

import { useEffect, useState } from 'react';
import type { Features } from '../../core/types.ts';
import { useApp } from '../appContext.ts';
import { createFrameRate } from './frameRate.ts';
import { watchFrames } from './watchFrames.ts';

export interface Live {
  /** null before the first frame has been seen. */
  readonly features: Features | null;
  /** How many frames have been seen. */
  readonly count: number;
  /** Frames a second; null before there are a few. */
  readonly rate: number | null;
  /** The network did not answer the last time. */
  readonly hasFailed: boolean;
}

const NOTHING: Live = { features: null, count: 0, rate: null, hasFailed: false };

/** @param video null while there is none */
export function useLiveFeatures(video: HTMLVideoElement | null): Live {
  const { store, pipeline } = useApp();
  const [live, setLive] = useState(NOTHING);

  useEffect(() => {
    if (!video) return;
    const abort = new AbortController();
    const { signal } = abort;
    const rate = createFrameRate(() => performance.now());
    void watchFrames(video, {
      isReady: () => store.getState().network.status === 'ready',
      see: (frame) => pipeline.see(frame),
      onSeen: (features) => {
        const now = rate.add();
        setLive(({ count }) => ({ features, count: count + 1, rate: now, hasFailed: false }));
      },
      onFailure: () => {
        rate.restart();
        setLive((last) => ({ ...last, rate: null, hasFailed: true }));
      },
      signal,
    });
    document.addEventListener('visibilitychange', rate.restart, { signal });
    return () => {
      abort.abort();
      setLive(NOTHING);
    };
  }, [store, pipeline, video]);

  return live;
}
