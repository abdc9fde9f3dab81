// The network's stages as they are shown; a test holds them to the network's own table.

import type { Stage } from '../../workers/contract.ts';

/** What channels at a stage typically find: a sentence for each in the words. */
export type Finds = 'edges' | 'corners' | 'textures' | 'patterns' | 'parts' | 'things';

export interface ShownStage {
  readonly stage: Stage;
  /** As people call it: `3a` is short for inception_3a. */
  readonly name: string;
  /** Places along each side of a photo. */
  readonly side: number;
  readonly channels: number;
  readonly finds: Finds;
}

export const stageName = (stage: Stage): string => stage.replace('inception_', '');

const row = (stage: Stage, side: number, channels: number, finds: Finds): ShownStage => ({
  stage,
  name: stageName(stage),
  side,
  channels,
  finds,
});

export const FIRST_STAGE = row('conv1', 112, 64, 'edges');

/** What they find: Olah et al., "Feature Visualization", 2017, and "Zoom In", 2020, on this architecture. */
export const SHOWN_STAGES: readonly ShownStage[] = [
  FIRST_STAGE,
  row('conv2', 56, 192, 'corners'),
  row('inception_3a', 28, 256, 'textures'),
  row('inception_3b', 28, 480, 'textures'),
  row('inception_4a', 14, 512, 'patterns'),
  row('inception_4b', 14, 512, 'patterns'),
  row('inception_4c', 14, 512, 'parts'),
  row('inception_4d', 14, 528, 'parts'),
  row('inception_4e', 14, 832, 'parts'),
  row('inception_5a', 7, 832, 'things'),
  row('inception_5b', 7, 1024, 'things'),
];
