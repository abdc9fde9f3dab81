// Whether the heat map lies on the photo, and how strongly.

import { create } from 'zustand';

interface HeatSettings {
  readonly shown: boolean;
  /** 0..1 */
  readonly opacity: number;
  readonly show: (shown: boolean) => void;
  readonly setOpacity: (opacity: number) => void;
}

export const useHeatSettings = create<HeatSettings>()((set) => ({
  shown: true,
  opacity: 0.8,
  show: (shown) => set({ shown }),
  setOpacity: (opacity) => set({ opacity }),
}));
