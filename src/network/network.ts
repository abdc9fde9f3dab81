// What the network can be asked, whatever computes it.

import type { LinearLayer, Places } from '../core/heatMap.ts';
import type { Precision } from '../core/modelId.ts';
import type { Features } from '../core/types.ts';
import type { Stage } from './architecture.ts';
import type { BackendName } from './backendNames.ts';
import type { Arithmetic } from './selfTest.ts';

export interface Network {
  readonly backend: BackendName;
  /**
   * @param square [224, 224, 3] RGB, 0..255
   * @throws Error when the backend fails, or gives no proper numbers (as a GPU that was lost does); so do all below
   */
  readonly featurize: (square: Uint8Array) => Promise<Features>;
  /** Several photos at once, in their order: a GPU takes little longer for them than for one. */
  readonly featurizeAll: (squares: readonly Uint8Array[]) => Promise<readonly Features[]>;
  /**
   * What a stage finds where on a photo: its activations, after the ReLU.
   * @param square [224, 224, 3] RGB, 0..255
   * @returns [7, 7, 1024] for inception_5b, [14, 14, 528] for inception_4d, and so on
   */
  readonly places: (square: Uint8Array, stage: Stage) => Promise<Places>;
  /** The classifier: from pool5 to logits. */
  readonly classifier: () => Promise<LinearLayer>;
  /**
   * The logits of a photo on which every place of a module has the same activations.
   * @param channels one activation per channel of the module
   * @param side places of the module along each side
   * @returns 1000 numbers
   */
  readonly logitsOfEvenPhoto: (
    channels: Float32Array,
    module: 'inception_4d',
    side: number,
  ) => Promise<Float32Array>;
  readonly dispose: () => void;
}

export interface NetworkInfo {
  readonly backend: BackendName;
  /** Of the prepared weights. */
  readonly precision: Precision;
  /** Of the device, as the self-test has found it. */
  readonly arithmetic: Arithmetic;
  /** Bytes of the prepared weights. */
  readonly modelBytes: number;
  /** Names the weights and the arithmetic: features of different ids must never be mixed. */
  readonly modelId: string;
}

/** Milliseconds of a photo, each of so many that are taken together: what was measured, the best of some runs. */
export interface BatchTime {
  readonly batch: number;
  readonly photoMs: number;
}
