// Which photos are selected: in one place at a time. The last of them is the one shown large.

import { create } from 'zustand';
import type { PhotoKey, Place } from '../store/project.ts';

interface Selection {
  readonly place: Place | null;
  readonly keys: ReadonlySet<PhotoKey>;
  /** React Aria's own sets are kept as they are: they know where a selection began that is extended later. */
  readonly select: (place: Place, keys: Iterable<PhotoKey>) => void;
}

export const useSelection = create<Selection>()((set) => ({
  place: null,
  keys: new Set<PhotoKey>(),
  select: (place, keys) => set({ place, keys: keys instanceof Set ? keys : new Set(keys) }),
}));
