// Whether the camera's place is open: known to the page, as its language, and with it all that is drawn, may change.

import { create } from 'zustand';

interface CameraOpen {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

export const useCameraOpen = create<CameraOpen>()((set) => ({
  isOpen: false,
  setOpen: (isOpen) => set({ isOpen }),
}));
