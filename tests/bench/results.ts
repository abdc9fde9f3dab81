// All that `npm run bench` finds out: bench/results.json.

import type { LongTaskTimes } from './longTaskTimes.ts';
import type { GpuTimes, PageTimes } from './pageTimes.ts';
import type { PeerTimes } from './peers/peerTimes.ts';
import type { ScaleTimes } from './scaleTimes.ts';
import type { Spread } from './statistics.ts';

/** One problem learned here and by libsvm. */
export interface SvmComparison {
  readonly photos: number;
  readonly bins: number;
  readonly kind: string;
  readonly C: number;
  /** Milliseconds from the features as the network gives them to the classifier: scaling and the proof are in it. */
  readonly ours: Spread;
  /** Milliseconds of libsvm's training alone, at its own tolerance of 1e-3, summed over one-against-the-rest. */
  readonly libsvm: Spread;
  readonly ratio: number;
  readonly solver: string;
  /** What both make small, ours less libsvm's, relative to it: below 0 ours is better. */
  readonly excess: number;
  /** Our worst proof: by how much the optimum may be below ours, relative to it. */
  readonly gap: number;
}

export interface Results {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Bytes. */
  readonly sizes: { readonly model: number; readonly firstScreen: number };
  readonly page: {
    readonly runs: number;
    readonly wasm: Record<keyof PageTimes, Spread>;
    /** By number of threads. */
    readonly peer: Readonly<Record<1 | 2, Record<keyof PeerTimes, Spread>>>;
    /** Milliseconds a photo in OpenCV on one core; null where it is not to be had. */
    readonly native: Spread | null;
  };
  /** On this machine perhaps in software. */
  readonly gpus: Readonly<Record<string, GpuTimes>>;
  readonly smooth: { readonly photos: number; readonly runs: readonly LongTaskTimes[] };
  readonly scale: readonly ScaleTimes[];
  /** Milliseconds a photo. */
  readonly reading: Readonly<
    Record<'decoding' | 'resampling' | 'network' | 'reading' | 'largeDecoded' | 'largeRead', Spread>
  >;
  readonly accuracy: Readonly<Record<string, { readonly top1: number; readonly top5: number }>>;
  readonly evaluation: Readonly<Record<'twenty' | 'twoHundred', Readonly<Record<string, number>>>>;
  readonly svm: {
    readonly fits: readonly SvmComparison[];
    /** Milliseconds of each part of the page's work on 2000 photos, by what they are. */
    readonly twoThousand: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}
