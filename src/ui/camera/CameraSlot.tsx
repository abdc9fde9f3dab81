// Where the camera's place comes when it is opened; its code is fetched then.

import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import panel from '../panel.module.css';
import { useTopLayer } from '../topLayer.ts';
import { useCode } from '../useCode.ts';
import { words } from '../words/words.ts';
import styles from './CameraSlot.module.css';
import { useCameraOpen } from './cameraOpen.ts';

const fetchPlace = () => import('./CameraPlace.tsx');

export function CameraSlot() {
  const isOpen = useCameraOpen((state) => state.isOpen);
  const { code, failed, load } = useCode(fetchPlace);

  useEffect(() => {
    if (isOpen) load();
  }, [isOpen, load]);

  // A dialog of the browser's own hides the page, as a talk does: a camera that nobody can see is off.
  const isCovered = useTopLayer(({ dialog }) => dialog !== null);
  if (!isOpen || isCovered) return null;
  return (
    <section className={styles.slot} aria-label={words.camera.title} data-camera-slot="">
      {code ? (
        <code.CameraPlace />
      ) : (
        <p className={styles.waiting}>
          {failed ? (
            <>
              {words.camera.notFetched}{' '}
              <Button className={panel.link ?? ''} onPress={load}>
                {words.camera.again}
              </Button>
            </>
          ) : (
            <span className={panel.late}>{words.camera.starting}</span>
          )}
        </p>
      )}
    </section>
  );
}
