// Is the network's model in public/, complete and up to date? Answered with Node alone, before anything is started.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, sha256, sha256OfFile } from './files.mjs';
import { inRoot, MODEL_FOLDER } from './paths.mjs';
import { runLoud } from './run.mjs';
import { step } from './step.mjs';

/** @typedef {'uint8' | 'float16' | 'float32'} Precision */

/**
 * The committed SHA-256 of every tensor, and of the one right manifest of each precision.
 * @returns {Promise<{ tensors: Record<string, string>, manifests: Record<Precision, string> }>}
 */
export const readChecksums = async () =>
  JSON.parse(await readFile(inRoot('src/network/checksums.json'), 'utf8'));

/**
 * @param {string} folder
 * @returns {Promise<{ precision: Precision, bytes: number } | undefined>} the model there, if manifest and shards have
 *   the right SHA-256; after a pull that changes the format they have not
 */
export async function findPreparedModel(folder) {
  const text = await readIfThere(join(folder, 'manifest.json'));
  if (text === undefined) return undefined;
  const { manifests } = await readChecksums();
  let bytes = 0;
  try {
    const { precision, weightsManifest } = JSON.parse(text);
    if (sha256(text) !== manifests[/** @type {Precision} */ (precision)]) return undefined;
    for (const group of weightsManifest) {
      for (const [i, path] of group.paths.entries()) {
        if ((await sha256OfFile(join(folder, path))) !== group.sha256[i]) return undefined;
        bytes += group.bytes[i];
      }
    }
    return bytes > 0 ? { precision, bytes } : undefined;
  } catch (error) {
    // Not a manifest of ours (cut short, or of another time): it is made again.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Prepares the model unless it is there, in whatever precision.
 * @returns {Promise<boolean>} whether there is a model; why not has been said
 */
export async function ensureModel() {
  const prepared = await findPreparedModel(MODEL_FOLDER);
  if (prepared) {
    await step('Model', async () => describeModel(prepared));
    return true;
  }
  return (await runLoud(process.execPath, ['--import', 'tsx', inRoot('scripts/prepare-model.ts')])) === 0;
}

/** @param {{ precision: Precision, bytes: number }} model */
export const describeModel = ({ precision, bytes }) =>
  `Inception v1, ${precision}, ${(bytes / 1e6).toFixed(1)} MB`;
