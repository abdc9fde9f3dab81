// The strongest channels of a stage, as pictures; the arrow keys go from one to the next.

import { ListBox, ListBoxItem, type Selection } from 'react-aria-components/ListBox';
import type { FeatureMaps } from '../../workers/contract.ts';
import { fixed } from '../sentences.ts';
import { words } from '../words/words.ts';
import styles from './ChannelGrid.module.css';
import { ChannelTile } from './ChannelTile.tsx';

interface Props {
  readonly maps: FeatureMaps;
  /** How many of them. */
  readonly count: number;
  readonly classesOf: ((channel: number) => readonly string[]) | null;
  readonly chosen: number | null;
  readonly onChoose: (channel: number | null) => void;
  /** The channel under the mouse; null when it has left. */
  readonly onPoint: (channel: number | null) => void;
}

export function ChannelGrid({
  maps: { side, strongest },
  count,
  classesOf,
  chosen,
  onChoose,
  onPoint,
}: Props) {
  return (
    <ListBox
      className={styles.grid ?? ''}
      aria-label={words.inside.channels}
      layout="grid"
      selectionMode="single"
      selectionBehavior="replace"
      // Escape is for what surrounds the grid.
      escapeKeyBehavior="none"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => onChoose(chosenOf(keys))}
    >
      {strongest.slice(0, count).map((map) => {
        const classes = classesOf?.(map.channel) ?? null;
        const label = words.inside.channel(map.channel, fixed(map.mean, 2), classes ?? []);
        return (
          <ListBoxItem
            key={map.channel}
            id={map.channel}
            className={styles.channel ?? ''}
            textValue={label}
            aria-label={label}
            data-channel={map.channel}
            onHoverStart={() => onPoint(map.channel)}
            onHoverEnd={() => onPoint(null)}
          >
            <ChannelTile map={map} side={side} classes={classes} />
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}

/** Whoever presses the one that is chosen chooses none. */
function chosenOf(keys: Selection): number | null {
  const [first] = keys === 'all' ? [] : keys;
  return first === undefined ? null : Number(first);
}

/** The places of the channels to come. */
export function AwaitedChannels({ count, areNamed }: { readonly count: number; readonly areNamed: boolean }) {
  return (
    <div className={styles.grid} aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={i} className={styles.awaited} data-named={areNamed || undefined} />
      ))}
    </div>
  );
}
