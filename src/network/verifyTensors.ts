// Whatever the weights' source, every tensor must have the bytes that this project was made and tested with.

import { BinsightError } from '../core/errors.ts';
import checksums from './checksums.json' with { type: 'json' };
import { sha256Hex } from './sha256.ts';
import { SOURCE_PATHS, type SourceTensors } from './sourceTensors.ts';

/**
 * Checks the SHA-256 of all 116 tensors against the committed list.
 * @throws BinsightError `model-file-missing` or `model-checksum` (detail: file) at the first that fails.
 */
export async function verifyTensors(tensors: SourceTensors): Promise<void> {
  const expected: Readonly<Record<string, string>> = checksums.tensors;
  for (const path of SOURCE_PATHS) {
    const tensor = tensors.get(path);
    if (!tensor) throw new BinsightError('model-file-missing', { file: path });
    if ((await sha256Hex(tensorBytes(tensor))) !== expected[path]) {
      throw new BinsightError('model-checksum', { file: path });
    }
  }
}

/** The tensor's float32 values as they lie in memory: little-endian on every machine that runs this. */
function tensorBytes(tensor: Float32Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(tensor.slice().buffer);
}
