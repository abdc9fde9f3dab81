// The published weights beside the project, for tests that run in Node.

import { SOURCE_PATHS, type SourceTensors } from '../../src/network/sourceTensors.ts';
import { readFloat32, sharedFile } from './shared.ts';

/** All 116 tensors; see describeWithShared for where they are not. */
export const readSourceTensors = (): SourceTensors =>
  new Map(SOURCE_PATHS.map((path) => [path, readFloat32(sharedFile(`models/bvlc-googlenet/${path}`))]));
