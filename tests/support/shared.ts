// The reference photos, weights and numbers beside the project, for tests that run in Node.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { sharedFolder } from './machine.ts';

const folder = sharedFolder(fileURLToPath(new URL('../..', import.meta.url)));

const inCi = Boolean(process.env.CI);

export const hasShared = existsSync(resolve(folder, 'expected'));

/** Absolute path of a reference file, e.g. `expected/svm.json`. */
export function sharedFile(relativePath: string): string {
  return resolve(folder, relativePath);
}

/** A file of little-endian float32, as all of the reference binaries are. */
export function readFloat32(path: string): Float32Array {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/**
 * A describe block that needs the reference files. Without them it fails in CI, and elsewhere is skipped with a
 * warning; its body does not run, so it may read files freely.
 */
export function describeWithShared(name: string, body: () => void): void {
  if (hasShared) {
    describe(name, () => body());
    return;
  }
  const missing = `the reference files are not at ${folder}; set BINSIGHT_SHARED to their folder`;
  if (!inCi) {
    // biome-ignore lint/suspicious/noConsole: a quiet skip would look like a pass
    console.warn(`\n!!! SKIPPED "${name}": ${missing}\n`);
  }
  describe(name, () => {
    it.skipIf(!inCi)('finds the reference files', () => {
      throw new Error(missing);
    });
  });
}
