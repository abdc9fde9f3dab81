// Puts the picture of this moment into a bin, or to the test photos: by the same way as files that are dropped there.

import { useCallback, useRef, useState } from 'react';
import { fromDialog } from '../../store/intake.ts';
import type { Place } from '../../store/project.ts';
import { useApp } from '../appContext.ts';
import { words } from '../words/words.ts';
import { takeFrame } from './takeFrame.ts';

/** What came of the last one. */
export interface Taken {
  /** Counted up. */
  readonly number: number;
  readonly place: Place;
  readonly hasFailed: boolean;
}

export function useTakePhoto(video: HTMLVideoElement | null) {
  const { store, actions } = useApp();
  const [taken, setTaken] = useState<Taken | null>(null);
  /** Names are given when a picture is taken; it is in the project a little later. */
  const named = useRef(0);

  const take = useCallback(
    (place: Place) => {
      // Before the first picture there is nothing to take.
      if (!video || video.readyState < video.HAVE_CURRENT_DATA) return;
      const names = new Set(store.getState().history.present.photos.map(({ name }) => name));
      do named.current++;
      while (names.has(words.camera.fileName(named.current)));
      const number = named.current;
      const name = words.camera.fileName(number);
      takeFrame(video, name)
        .then((file) => {
          const before = store.getState().history;
          actions.drop([fromDialog(file)], place);
          // Where nothing may be changed a notice says so.
          if (store.getState().history === before) return;
          setTaken({ number, place, hasFailed: false });
        })
        .catch(() => setTaken({ number, place, hasFailed: true }));
    },
    [store, actions, video],
  );
  return { taken, take };
}
