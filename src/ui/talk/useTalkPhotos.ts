// What a talk needs: the cat, seen by the network; and photos to tell the story with, where the project has none.

import { useEffect, useRef, useState } from 'react';
import type { Features } from '../../core/types.ts';
import type { TalkPhoto } from '../../store/samples.ts';
import { useApp } from '../appContext.ts';

export interface Cat {
  readonly photo: TalkPhoto;
  /** Object URL. */
  readonly url: string;
  /** null while the network has not seen it. */
  readonly features: Features | null;
}

/** @returns null until it is there, or where it is not to be had */
export function useTalkPhotos(): Cat | null {
  const { store, pipeline, loadSamples, loadTalkPhoto } = useApp();
  const [cat, setCat] = useState<Cat | null>(null);
  const hasAsked = useRef(false);

  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    if (store.getState().history.present.photos.length === 0) void loadSamples();
  }, [store, loadSamples]);

  useEffect(() => {
    let stale = false;
    let url: string | null = null;
    void loadTalkPhoto().then(async (photo) => {
      if (stale || !photo) return;
      url = URL.createObjectURL(photo.file);
      setCat({ photo, url, features: null });
      // Without a network there is nothing to say of it; the slide says that it waits.
      const features = await pipeline.see(photo.file).catch(() => null);
      if (!stale && features && url) setCat({ photo, url, features });
    });
    return () => {
      stale = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [pipeline, loadTalkPhoto]);

  return cat;
}
