// One channel: its picture, its number, its average, and the classes that it speaks for where that is known.

import { useLayoutEffect, useRef } from 'react';
import type { ChannelMap } from '../../core/featureMaps.ts';
import { fixed } from '../sentences.ts';
import styles from './ChannelTile.module.css';
import { paintChannel } from './paintChannel.ts';

/** Places along a side, up to which a tile has pixels for all of them. */
const COARSE = 56;

interface Props {
  readonly map: ChannelMap;
  readonly side: number;
  /** null at stages whose channels are not asked for their classes. */
  readonly classes: readonly string[] | null;
}

export function ChannelTile({ map, side, classes }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current) paintChannel(canvas.current, map, side);
  }, [map, side]);
  return (
    <>
      <canvas
        ref={canvas}
        className={styles.picture}
        width={side}
        height={side}
        data-coarse={side <= COARSE || undefined}
      />
      <span className={styles.numbers}>
        <span>{`#${map.channel}`}</span>
        <span className={styles.mean}>{fixed(map.mean, 2)}</span>
      </span>
      {classes ? <span className={styles.classes}>{classes.join(', ')}</span> : null}
    </>
  );
}
