// What a talk needs: the cat, seen by the network; and photos to tell the story with, where nobody has begun one.

import { useEffect, useRef, useState } from 'react';
import type { Features } from '../../core/types.ts';
import { isUntouched } from '../../store/project.ts';
import type { TalkPhoto } from '../../store/samples.ts';
import { useApp, useAppState } from '../appContext.ts';

export interface Cat {
  readonly photo: TalkPhoto;
  /** Object URL. */
  readonly url: string;
  /** null while the network has not seen it. */
  readonly features: Features | null;
}

/** The cat; or that it is on its way, or not to be had. */
export type MaybeCat = Cat | 'coming' | 'none';

export function useTalkPhotos(): MaybeCat {
  const { store, loadSamples } = useApp();
  const hasAsked = useRef(false);

  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    if (isUntouched(store.getState().history.present)) void loadSamples();
  }, [store, loadSamples]);

  return useSeen(usePicture());
}

type Picture = Pick<Cat, 'photo' | 'url'>;

function usePicture(): Picture | 'coming' | 'none' {
  const { loadTalkPhoto } = useApp();
  const [picture, setPicture] = useState<Picture | 'coming' | 'none'>('coming');
  useEffect(() => {
    let stale = false;
    let url: string | null = null;
    void loadTalkPhoto().then((photo) => {
      if (stale) return;
      url = photo && URL.createObjectURL(photo.file);
      setPicture(photo && url !== null ? { photo, url } : 'none');
    });
    return () => {
      stale = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [loadTalkPhoto]);
  return picture;
}

/** Seen as soon as there is a network, and by each that comes. */
function useSeen(picture: Picture | 'coming' | 'none'): MaybeCat {
  const { pipeline } = useApp();
  const modelId = useAppState(({ network }) => (network.status === 'ready' ? network.info.modelId : null));
  const [seen, setSeen] = useState<Cat | null>(null);
  useEffect(() => {
    if (typeof picture === 'string' || modelId === null) return;
    let stale = false;
    pipeline.see(picture.photo.file).then(
      (features) => {
        if (!stale) setSeen({ ...picture, features });
      },
      // What has happened to the network is said below the page; with the next one it is tried again.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [pipeline, picture, modelId]);
  if (typeof picture === 'string') return picture;
  return seen?.url === picture.url ? seen : { ...picture, features: null };
}
