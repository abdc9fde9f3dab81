// Opens and closes the camera's place.

import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { CameraIcon } from '../icons.tsx';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './CameraButton.module.css';
import { useCameraOpen } from './cameraOpen.ts';

export function CameraButton() {
  const { isOpen, setOpen } = useCameraOpen();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);

  useEffect(() => {
    // Who closed it from inside would stand nowhere.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  return (
    <Button
      ref={button}
      className={panel.button ?? ''}
      aria-label={words.camera.title}
      aria-expanded={isOpen}
      onPress={() => setOpen(!isOpen)}
      data-camera-button=""
      render={(props) => <button {...props} title={words.camera.about} />}
    >
      <CameraIcon />
      <span className={styles.word}>{words.camera.title}</span>
    </Button>
  );
}
