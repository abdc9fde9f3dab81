// The network's stages in its order, as steps from many places with few channels to few places with many.

import { useEffect, useRef } from 'react';
import { Tab, TabList } from 'react-aria-components/Tabs';
import { words } from '../words/words.ts';
import styles from './StagePicker.module.css';
import { SHOWN_STAGES } from './stages.ts';

export function StagePicker() {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the row is wider than the screen, and begins with the stage that was looked at last; React Aria draws it with
    // the next frame.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <TabList ref={list} className={styles.stages ?? ''} aria-label={words.inside.stages}>
      {SHOWN_STAGES.map(({ stage, name, side, channels }) => (
        <Tab
          key={stage}
          id={stage}
          className={styles.stage ?? ''}
          aria-label={words.inside.stage(name, side, channels)}
          data-stage={stage}
        >
          <span className={styles.sketch} aria-hidden="true">
            <span style={{ width: sketchSide(side), height: sketchSide(side) }} />
          </span>
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{words.inside.places(side)}</span>
        </Tab>
      ))}
    </TabList>
  );
}

/** Pixels: each halving of the places takes as much off. */
const sketchSide = (side: number): number => 6 + 4 * Math.log2(side / 7);
