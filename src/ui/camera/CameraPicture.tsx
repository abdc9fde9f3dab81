// The live picture: the square that the network sees in full light, what is cut off dimmed, as with photos.

import { useCallback, useState } from 'react';
import { useBins } from '../appContext.ts';
import { binColour } from '../binColours.ts';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './CameraPicture.module.css';
import type { OpenCamera } from './openCamera.ts';
import type { CameraState } from './useCamera.ts';
import type { Taken } from './useTakePhoto.ts';

interface Props {
  readonly camera: CameraState;
  readonly taken: Taken | null;
  readonly onVideo: OnVideo;
}

/** Hears of the element while it has a picture. */
type OnVideo = (video: HTMLVideoElement | null) => void;

export function CameraPicture({ camera, taken, onVideo }: Props) {
  const bins = useBins();
  return (
    <div className={styles.stage} title={words.why.seen}>
      {camera.status === 'on' ? (
        <LivePicture key={camera.stream.id} camera={camera} onVideo={onVideo} />
      ) : (
        <p className={`${styles.starting} ${panel.late}`}>{words.camera.starting}</p>
      )}
      {taken && !taken.hasFailed ? (
        <span
          key={taken.number}
          className={styles.flash}
          style={binColour(bins.findIndex(({ id }) => id === taken.place))}
        />
      ) : null}
    </div>
  );
}

interface LiveProps {
  readonly camera: OpenCamera;
  readonly onVideo: OnVideo;
}

function LivePicture({ camera: { stream, isMirrored }, onVideo }: LiveProps) {
  const [isUpright, setUpright] = useState(false);
  const attach = useCallback(
    (video: HTMLVideoElement | null) => {
      if (!video) return;
      video.srcObject = stream;
      return () => {
        video.srcObject = null;
        onVideo(null);
      };
    },
    [stream, onVideo],
  );
  // A phone that is turned turns its pictures.
  const measure = ({ currentTarget: { videoWidth, videoHeight } }: { currentTarget: HTMLVideoElement }) =>
    setUpright(videoHeight > videoWidth);

  return (
    <>
      <video
        ref={attach}
        className={styles.video}
        aria-label={words.camera.picture}
        autoPlay
        muted
        playsInline
        disablePictureInPicture
        onLoadedMetadata={measure}
        onResize={measure}
        onLoadedData={({ currentTarget }) => onVideo(currentTarget)}
        data-mirrored={isMirrored || undefined}
        data-upright={isUpright || undefined}
      />
      <span className={styles.square} />
    </>
  );
}
