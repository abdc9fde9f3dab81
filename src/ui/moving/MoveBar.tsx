// At the foot of the screen while photos are moved by taps: how many are taken, where they can go, and the way out. A tap on
// a bin does the same as its button here, which is never far.

import { useEffect, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { type Place, TRAY } from '../../store/project.ts';
import { say } from '../announce/said.ts';
import { useApp, useProject } from '../appContext.ts';
import { binColour } from '../binColours.ts';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './MoveBar.module.css';
import { endTaking, useTaken } from './taken.ts';
import { usePlaceTaps } from './usePlaceTaps.ts';

export function MoveBar() {
  const isOn = useTaken((taken) => taken.isOn);
  return isOn ? <Bar /> : null;
}

function Bar() {
  const { actions } = useApp();
  const { bins, photos } = useProject();
  const taken = useTaken(({ keys }) => keys);
  // Some may be gone meanwhile, by another way.
  const keys = useMemo(() => photos.flatMap(({ key }) => (taken.has(key) ? [key] : [])), [photos, taken]);
  const hasNone = keys.length === 0;
  const says = words.moving;
  const put = (place: Place) => {
    if (hasNone) return;
    actions.move(keys, place);
    endTaking();
  };
  usePlaceTaps(put);
  useEffect(() => say(words.moving.take), []);

  return (
    <section className={styles.bar} aria-label={says.title} data-moving={keys.length}>
      <p className={styles.words}>{hasNone ? says.take : says.put(keys.length)}</p>
      <div className={styles.places}>
        {bins.map(({ id, label }, index) => (
          <Button
            key={id}
            className={`${panel.button} ${styles.place}`}
            style={binColour(index)}
            isDisabled={hasNone}
            aria-label={says.to(keys.length, label)}
            onPress={() => put(id)}
          >
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.label}>{label}</span>
          </Button>
        ))}
        <Button
          className={`${panel.button} ${styles.place}`}
          isDisabled={hasNone}
          aria-label={says.toTray(keys.length)}
          onPress={() => put(TRAY)}
        >
          {says.tray}
        </Button>
      </div>
      <Button className={`${panel.button} ${styles.cancel}`} onPress={endTaking}>
        {says.cancel}
      </Button>
    </section>
  );
}
