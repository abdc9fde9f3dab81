// Which cameras there are to choose from: named only once one of them is allowed.

import { useEffect, useState } from 'react';

/** @param isAllowed asked for from then on, and again whenever one comes or goes */
export function useCameraList(isAllowed: boolean): readonly MediaDeviceInfo[] {
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    if (!isAllowed) return;
    let stale = false;
    const { mediaDevices } = navigator;
    const list = () => {
      mediaDevices
        .enumerateDevices()
        .then((all) => {
          if (!stale) setCameras(all.filter(({ kind }) => kind === 'videoinput'));
        })
        // Without a choice, the camera that is on goes on.
        .catch(() => undefined);
    };
    list();
    mediaDevices.addEventListener('devicechange', list);
    return () => {
      stale = true;
      mediaDevices.removeEventListener('devicechange', list);
    };
  }, [isAllowed]);
  return cameras;
}
