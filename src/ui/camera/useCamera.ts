// The camera while its place is open, and not a moment longer: whatever ends that switches it off.

import { useCallback, useEffect, useState } from 'react';
import { type CameraProblem, cameraProblem } from './cameraProblem.ts';
import { type OpenCamera, openCamera, stopCamera } from './openCamera.ts';
import { rememberCamera, rememberedCamera } from './rememberedCamera.ts';

export type CameraState =
  /** The browser may be asking whether it is allowed. */
  | { readonly status: 'starting' }
  | ({ readonly status: 'on' } & OpenCamera)
  | { readonly status: 'failed'; readonly problem: CameraProblem };

interface Camera {
  readonly camera: CameraState;
  /** The device id of the one that was chosen; null for any. */
  readonly wanted: string | null;
  readonly choose: (deviceId: string) => void;
  readonly tryAgain: () => void;
}

const STARTING: CameraState = { status: 'starting' };

/** @param onLeave called when the page is left; a browser may bring it back as it was */
export function useCamera(onLeave: () => void): Camera {
  const [camera, setCamera] = useState<CameraState>(STARTING);
  const [wanted, setWanted] = useState(rememberedCamera);
  const [attempt, setAttempt] = useState(0);
  const tryAgain = useCallback(() => setAttempt((number) => number + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same again
  useEffect(() => {
    let stream: MediaStream | null = null;
    let isOver = false;
    const end = () => {
      isOver = true;
      if (stream) stopCamera(stream);
    };
    const leave = () => {
      // At once: nothing is drawn any more.
      end();
      onLeave();
    };
    const fail = (problem: CameraProblem) => {
      if (isOver) return;
      end();
      setCamera({ status: 'failed', problem });
    };
    const start = async () => {
      try {
        const opened = await openCamera(wanted);
        stream = opened.stream;
        // Closed while the browser was asking.
        if (isOver) return stopCamera(stream);
        for (const track of stream.getTracks()) {
          track.addEventListener('ended', () => fail({ code: 'stopped', reason: 'ended' }));
        }
        setCamera({ status: 'on', ...opened });
      } catch (error) {
        fail(cameraProblem(error));
      }
    };
    setCamera(STARTING);
    void start();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      end();
    };
  }, [wanted, attempt, onLeave]);

  useTryWhenConnected(camera, tryAgain);

  const choose = useCallback((deviceId: string) => {
    rememberCamera(deviceId);
    setWanted(deviceId);
  }, []);
  return { camera, wanted, choose, tryAgain };
}

/** A camera that was missing is used as soon as it is there. */
function useTryWhenConnected(camera: CameraState, tryAgain: () => void): void {
  const code = camera.status === 'failed' ? camera.problem.code : null;
  useEffect(() => {
    if (code !== 'none' && code !== 'stopped') return;
    const { mediaDevices } = navigator;
    const look = async () => {
      const devices = await mediaDevices.enumerateDevices();
      if (devices.some(({ kind }) => kind === 'videoinput')) tryAgain();
    };
    const onChange = () => void look().catch(() => undefined);
    mediaDevices.addEventListener('devicechange', onChange);
    return () => mediaDevices.removeEventListener('devicechange', onChange);
  }, [code, tryAgain]);
}
