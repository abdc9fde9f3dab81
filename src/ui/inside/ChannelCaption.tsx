// What is laid over the photo.

import type { ChannelMap } from '../../core/featureMaps.ts';
import { fixed, list } from '../sentences.ts';
import { words } from '../words/words.ts';
import styles from './ChannelCaption.module.css';
import type { ShownStage } from './stages.ts';

interface Props {
  readonly shown: ShownStage;
  readonly map: ChannelMap | null;
  readonly classesOf: ((channel: number) => readonly string[]) | null;
  /** Nothing is laid over a dream. */
  readonly isOfDream: boolean;
}

export function ChannelCaption({ shown, map, classesOf, isOfDream }: Props) {
  if (isOfDream) return <p className={styles.caption}>{words.inside.dream.mapsOfPhoto}</p>;
  if (!map) return <p className={styles.caption}>{words.inside.pointAtOne}</p>;
  const classes = classesOf?.(map.channel) ?? [];
  return (
    <p className={styles.caption}>
      <strong>{words.inside.channelOf(map.channel, shown.name)}</strong>{' '}
      {words.inside.values(fixed(map.largest, 1), fixed(map.mean, 2))}{' '}
      {classes.length > 0 ? words.inside.speaksFor(list(classes)) : null}
    </p>
  );
}
