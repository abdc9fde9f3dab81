// A camera's frames, one at a time: whichever is the newest when the one before has been judged. There is no queue, so the
// network sets the pace, and nothing that was judged is old.

interface Options<T> {
  /** Not while the network is missing: every frame would ask the server for it. */
  readonly isReady: () => boolean;
  readonly see: (frame: ImageBitmap) => Promise<T>;
  readonly onSeen: (seen: T) => void;
  readonly onFailure: () => void;
  readonly signal: AbortSignal;
}

/** Milliseconds after a failure; whatever failed is being started anew. */
const REST = 1000;

export async function watchFrames<T>(video: HTMLVideoElement, options: Options<T>): Promise<void> {
  const { isReady, see, onSeen, onFailure, signal } = options;
  while (!signal.aborted) {
    await newFrame(video);
    // Nobody looks at a hidden tab; browsers give it no frames either, or few.
    if (signal.aborted || document.hidden || !isReady()) continue;
    try {
      const seen = await seeFrame(video, see);
      if (!signal.aborted) onSeen(seen);
    } catch {
      if (!signal.aborted) onFailure();
      await new Promise((resolve) => setTimeout(resolve, REST));
    }
  }
}

async function seeFrame<T>(video: HTMLVideoElement, see: Options<T>['see']): Promise<T> {
  const frame = await createImageBitmap(video);
  try {
    return await see(frame);
  } finally {
    // Else its pixels stay until somebody collects garbage, ten times a second.
    frame.close();
  }
}

/** Settles with the next frame that the camera delivers; never, when it delivers none. */
function newFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
    else afterFrame(video, resolve);
  });
}

/** Firefox before 132: whenever the picture may have changed. */
function afterFrame(video: HTMLVideoElement, done: () => void): void {
  const { currentTime } = video;
  const look = () => {
    const isNew = video.currentTime !== currentTime && video.readyState >= video.HAVE_CURRENT_DATA;
    if (isNew) done();
    else if (video.isConnected) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
