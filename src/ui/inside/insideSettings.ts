// The stage that was looked at last, so that the next photo is seen at the same one.

import { create } from 'zustand';
import { FIRST_STAGE, type ShownStage } from './stages.ts';

interface InsideSettings {
  readonly shown: ShownStage;
  readonly show: (shown: ShownStage) => void;
}

export const useInsideSettings = create<InsideSettings>()((set) => ({
  shown: FIRST_STAGE,
  show: (shown) => set({ shown }),
}));
