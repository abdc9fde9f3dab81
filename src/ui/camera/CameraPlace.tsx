// The camera: its picture, what is said of it, and the buttons that make photos of it.

import { useCallback, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { CloseIcon } from '../icons.tsx';
import { words } from '../words/words.ts';
import { CameraFailed } from './CameraFailed.tsx';
import { CameraPicture } from './CameraPicture.tsx';
import styles from './CameraPlace.module.css';
import { CameraSelect } from './CameraSelect.tsx';
import { useCameraOpen } from './cameraOpen.ts';
import { LiveVerdict } from './LiveVerdict.tsx';
import { LiveWords } from './LiveWords.tsx';
import { TakeButtons } from './TakeButtons.tsx';
import { useCamera } from './useCamera.ts';
import { useCameraKeys } from './useCameraKeys.ts';
import { useLiveFeatures } from './useLiveFeatures.ts';
import { useLiveVerdict } from './useLiveVerdict.ts';
import { useTakePhoto } from './useTakePhoto.ts';

export function CameraPlace() {
  const setOpen = useCameraOpen((state) => state.setOpen);
  const close = useCallback(() => setOpen(false), [setOpen]);
  const { camera, wanted, choose, tryAgain } = useCamera(close);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const live = useLiveFeatures(video);
  const seen = useLiveVerdict(live.features);
  const { taken, take } = useTakePhoto(video);
  const place = useRef<HTMLDivElement>(null);
  useCameraKeys(take, close);

  return (
    <div
      ref={place}
      className={styles.place}
      tabIndex={-1}
      data-camera={camera.status}
      data-problem={camera.status === 'failed' ? camera.problem.code : undefined}
      data-frames={live.count}
      data-live-verdict={seen?.label}
      data-live-score={seen?.verdict.score}
    >
      {camera.status === 'failed' ? (
        <CameraFailed
          problem={camera.problem}
          onTryAgain={() => {
            // The button goes, and would take the focus with it.
            place.current?.focus();
            tryAgain();
          }}
        />
      ) : (
        <>
          <div className={styles.columns}>
            <CameraPicture camera={camera} taken={taken} onVideo={setVideo} />
            <div className={styles.column}>
              <LiveVerdict live={live} seen={seen} isOn={camera.status === 'on'} />
              <TakeButtons isReady={video !== null} take={take} />
              <CameraSelect camera={camera} wanted={wanted} onChoose={choose} />
            </div>
          </div>
          <LiveWords live={live} seen={seen} />
        </>
      )}
      <div role="status">
        {/* That one was added is said like every step. */}
        {taken?.hasFailed ? <p className={styles.bad}>{words.camera.notAdded}</p> : null}
      </div>
      <CloseButton onPress={close} />
    </div>
  );
}

function CloseButton({ onPress }: { readonly onPress: () => void }) {
  const says = words.camera;
  return (
    <Button
      className={styles.close ?? ''}
      aria-label={says.close}
      onPress={onPress}
      render={(props) => (
        <button {...props} title={words.page.withKeys(says.close, says.escape)} aria-keyshortcuts="Escape" />
      )}
    >
      <CloseIcon />
    </Button>
  );
}
