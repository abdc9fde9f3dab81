// Which camera, where there are several.

import { words } from '../words/words.ts';
import styles from './CameraSelect.module.css';
import type { CameraState } from './useCamera.ts';
import { useCameraList } from './useCameraList.ts';

interface Props {
  readonly camera: CameraState;
  /** The device id of the one that was chosen; null for any. */
  readonly wanted: string | null;
  readonly onChoose: (deviceId: string) => void;
}

export function CameraSelect({ camera, wanted, onChoose }: Props) {
  const cameras = useCameraList(camera.status === 'on');
  const says = words.camera;
  return (
    <div className={styles.choice}>
      {camera.status === 'on' && camera.isOther ? <p className={styles.note}>{says.other}</p> : null}
      {cameras.length > 1 ? (
        <select
          className={styles.select}
          aria-label={says.which}
          value={camera.status === 'on' ? camera.deviceId : (wanted ?? '')}
          onChange={({ target: { value } }) => onChoose(value)}
        >
          {cameras.map(({ deviceId, label }, index) => (
            <option key={deviceId} value={deviceId}>
              {label || says.numbered(index + 1)}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}
