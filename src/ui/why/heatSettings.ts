// Whether the heat map lies on the photo, and how strongly.

import { create } from 'zustand';

/** How much of the photo the strongest place covers, 0..1, until somebody says otherwise. */
export const HEAT_STRENGTH = 0.8;

interface HeatSettings {
  readonly shown: boolean;
  /** 0..1 */
  readonly opacity: number;
  readonly show: (shown: boolean) => void;
  readonly setOpacity: (opacity: number) => void;
}

export const useHeatSettings = create<HeatSettings>()((set) => ({
  shown: true,
  opacity: HEAT_STRENGTH,
  show: (shown) => set({ shown }),
  setOpacity: (opacity) => set({ opacity }),
}));
