// What every component may use: the state, what a person can do, and the pipeline.

import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { TakeAway } from '../export/takeAway.ts';
import type { Actions } from '../store/actions.ts';
import type { Dreams } from '../store/dreaming.ts';
import type { PhotoFiles } from '../store/photoFiles.ts';
import type { Pipeline } from '../store/pipeline.ts';
import { type Photo, type Place, photosIn } from '../store/project.ts';
import type { TalkPhoto } from '../store/samples.ts';
import type { AppStore, State } from '../store/state.ts';
import type { Storage } from '../store/storage.ts';
import type { ShownState } from './shownState.ts';

interface AppParts {
  readonly store: AppStore;
  /** The state as it is drawn: see `showState`. */
  readonly shown: ShownState;
  readonly actions: Actions;
  readonly pipeline: Pipeline;
  readonly files: PhotoFiles;
  readonly storage: Storage;
  readonly takeAway: TakeAway;
  readonly dreams: Dreams;
  readonly loadSamples: () => Promise<void>;
  /** The photo that a talk begins with; null where it is not to be had. */
  readonly loadTalkPhoto: () => Promise<TalkPhoto | null>;
}

export const AppContext = createContext<AppParts | null>(null);

export function useApp(): AppParts {
  const parts = use(AppContext);
  if (!parts) throw new Error('a component outside of AppContext');
  return parts;
}

/** Part of the state; the component is drawn again when that part changes. */
export function useAppState<T>(select: (state: State) => T): T {
  return useStore(useApp().shown, select);
}

export const useProject = () => useAppState((state) => state.history.present);

// Parts of it, so that what shows hundreds of photos is drawn anew only when these themselves change.

export const useBins = () => useAppState((state) => state.history.present.bins);

export const usePhotosIn = (place: Place): readonly Photo[] =>
  useAppState(useShallow(({ history }) => photosIn(history.present, place)));
