// Begins moving photos by taps; on screens that are touched.

import { Button } from 'react-aria-components/Button';
import { useAppState } from '../appContext.ts';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './MoveButton.module.css';
import { beginTaking, endTaking, useTaken } from './taken.ts';

export function MoveButton() {
  const isOn = useTaken((taken) => taken.isOn);
  const hasPhotos = useAppState(({ history }) => history.present.photos.length > 0);
  if (!hasPhotos) return null;
  return (
    <Button
      className={`${panel.button} ${styles.button}`}
      aria-pressed={isOn}
      onPress={isOn ? endTaking : beginTaking}
    >
      {words.moving.begin}
    </Button>
  );
}
