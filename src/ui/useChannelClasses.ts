// Asks the network which of ImageNet's classes channels speak for.

import { useEffect, useState } from 'react';
import { useApp } from './appContext.ts';

export type NamedKind = 'pool5' | 'inception_4d';

/** Per channel, indices of classes, strongest first. */
export type ChannelClasses = ReadonlyMap<number, readonly number[]>;

const NONE: ChannelClasses = new Map();

/** Each takes the network half of a photo's time, and whatever else it is asked waits for as long. */
const AT_ONCE = 4;

interface Found {
  readonly kind: NamedKind;
  readonly classes: ChannelClasses;
}

/**
 * @param kind null where there is nothing to ask
 * @param average the training photos' mean of each channel
 * @returns empty until the network has said so, and where it does not
 */
export function useChannelClasses(
  kind: NamedKind | null,
  wanted: readonly number[],
  average: Float64Array,
): ChannelClasses {
  const { pipeline } = useApp();
  const channels = wanted.join();
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    if (kind === null || channels === '') return;
    let stale = false;
    const ask = async () => {
      const all = channels.split(',').map(Number);
      for (let from = 0; from < all.length && !stale; from += AT_ONCE) {
        const asked = all.slice(from, from + AT_ONCE);
        const classes = await pipeline.channelNames(kind, asked, average);
        if (stale) return;
        const more = asked.map((channel, i) => [channel, classes[i] ?? []] as const);
        setFound((old) => ({
          kind,
          classes: new Map([...(old?.kind === kind ? old.classes : NONE), ...more]),
        }));
      }
    };
    // A channel's number still tells it from the others.
    ask().catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [pipeline, kind, channels, average]);

  // Channels of another module have the same numbers.
  return found?.kind === kind ? found.classes : NONE;
}
