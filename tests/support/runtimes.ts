// What runs an exported model outside the page: onnxruntime-node and sharp of tests/runtimes, and a Python with OpenCV.

import { createRequire } from 'node:module';
import { describe, it } from 'vitest';
import { resizeCentreSquare } from '../../src/core/image.ts';
import type { Runtime } from '../../src/export/bundle/predict/predictor.ts';
import { hasRuntimes, python, RUNTIMES } from './foreign.ts';
import { describeWithShared } from './shared.ts';

const inCi = Boolean(process.env.CI);

const load = createRequire(`${RUNTIMES}/package.json`);

export function loadOnnxruntime(): Runtime {
  // Else it reports its use to Microsoft.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  return load('onnxruntime-node') as Runtime;
}

/** A block that needs the reference files and the runtimes. What is missing fails in CI, and is skipped elsewhere. */
export function describeWithRuntimes(name: string, body: () => void): void {
  if (hasRuntimes) {
    describeWithShared(name, body);
    return;
  }
  describe(name, () => {
    it.skipIf(!inCi)('finds the runtimes of exported models', () => {
      throw new Error('tests/runtimes is not installed; npm test does it');
    });
  });
}

/** In CI Python must be there, and fails where it is not. */
export const testWithPython = it.skipIf(python === null && !inCi);

interface Sharp {
  autoOrient(): Sharp;
  ensureAlpha(): Sharp;
  raw(): Sharp;
  toBuffer(options: { resolveWithObject: true }): Promise<{
    readonly data: Uint8Array;
    readonly info: { readonly width: number; readonly height: number };
  }>;
}

/** The square that the network sees of an opaque photo, decoded by sharp in place of a browser. */
export async function squareOf(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = load('sharp') as (bytes: Uint8Array, options: { ignoreIcc: boolean }) => Sharp;
  const upright = sharp(bytes, { ignoreIcc: true }).autoOrient();
  const { data, info } = await upright.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return resizeCentreSquare(new Uint8ClampedArray(data), info.width, info.height);
}
