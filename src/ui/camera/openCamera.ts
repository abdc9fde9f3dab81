// A camera's stream of pictures: the one that was chosen, or the one that suits best.

import { rememberCamera } from './rememberedCamera.ts';

export interface OpenCamera {
  readonly stream: MediaStream;
  readonly deviceId: string;
  /** It faces whoever sits before it: people expect to see themselves as in a mirror. */
  readonly isMirrored: boolean;
  /** The chosen one was not found; this is another. */
  readonly isOther: boolean;
}

/**
 * Twice the network's square: more pixels would not be seen, but saved with each photo. One of the camera's own sizes:
 * Chromium else cuts off what makes another shape of it.
 */
const SIZE: MediaTrackConstraints & { readonly resizeMode: ConstrainDOMString } = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  resizeMode: { ideal: 'none' },
};

/**
 * @param wanted device id; null for any
 * @throws as getUserMedia; an error named `NoMediaDevices` where this page or browser has none
 */
export async function openCamera(wanted: string | null): Promise<OpenCamera> {
  if (wanted !== null) {
    try {
      return describeStream(await ask({ deviceId: { exact: wanted } }), false);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'OverconstrainedError')) throw error;
      // Said once; whoever wants another one chooses it.
      rememberCamera(null);
    }
  }
  return describeStream(await ask(anyCamera()), wanted !== null);
}

export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function ask(which: MediaTrackConstraints): Promise<MediaStream> {
  // The types promise what pages without https:// do not have.
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (!mediaDevices) throw Object.assign(new Error('no mediaDevices'), { name: 'NoMediaDevices' });
  return await mediaDevices.getUserMedia({ video: { ...SIZE, ...which }, audio: false });
}

/** A phone is pointed at things. */
const anyCamera = (): MediaTrackConstraints =>
  matchMedia('(pointer: coarse)').matches ? { facingMode: { ideal: 'environment' } } : {};

function describeStream(stream: MediaStream, isOther: boolean): OpenCamera {
  const { deviceId = '', facingMode } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  return { stream, deviceId, isMirrored: isFront(facingMode), isOther };
}

/** Computers do not say where theirs look: at who sits before them. */
const isFront = (facingMode: string | undefined): boolean =>
  facingMode === 'user' || (facingMode === undefined && !matchMedia('(pointer: coarse)').matches);
