// A button for each place that a photo can be put: the bins, and the test photos; with its key, and how many lie there.

import { Button } from 'react-aria-components/Button';
import { type Place, TRAY } from '../../store/project.ts';
import { useBins, usePhotosIn } from '../appContext.ts';
import { binColour } from '../binColours.ts';
import { words } from '../words/words.ts';
import { KEY_OF_TRAY, keyOfBin } from './placeKeys.ts';
import styles from './TakeButtons.module.css';

interface Props {
  /** Is there a picture to take? */
  readonly isReady: boolean;
  readonly take: (place: Place) => void;
}

export function TakeButtons({ isReady, take }: Props) {
  const bins = useBins();
  const says = words.camera;
  return (
    <ul className={styles.list}>
      {bins.map(({ id, label }, index) => (
        <li key={id} style={binColour(index)}>
          <TakeButton
            place={id}
            label={says.addTo(label)}
            keyName={keyOfBin(index)}
            isReady={isReady}
            take={take}
          />
        </li>
      ))}
      <li>
        <TakeButton place={TRAY} label={says.addToTray} keyName={KEY_OF_TRAY} isReady={isReady} take={take} />
      </li>
    </ul>
  );
}

interface ButtonProps extends Props {
  readonly place: Place;
  readonly label: string;
  /** null: it has none. */
  readonly keyName: string | null;
}

function TakeButton({ place, label, keyName, isReady, take }: ButtonProps) {
  const { length: count } = usePhotosIn(place);
  return (
    <Button
      className={styles.button ?? ''}
      aria-label={label}
      isDisabled={!isReady}
      onPress={() => take(place)}
      data-take={place}
      render={(props) => <button {...props} title={label} aria-keyshortcuts={keyName ?? undefined} />}
    >
      <kbd className={styles.key}>{keyName}</kbd>
      <span className={styles.label}>{label}</span>
      <span className={styles.count}>{count}</span>
    </Button>
  );
}
