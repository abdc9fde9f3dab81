// What the tests run an exported model with in Node: onnxruntime-node and sharp, 300 MB that nobody else needs.

import { ensureDependencies } from './install.mjs';
import { inCi, inRoot } from './paths.mjs';
import { SetupError, warn } from './step.mjs';

/** @returns {Promise<boolean>} whether they are there; outside CI they may be missing, which has been said */
export async function ensureRuntimes() {
  try {
    await ensureDependencies({
      name: 'Runtimes for the exported model',
      folder: inRoot('tests/runtimes'),
      // onnxruntime-node's script fetches CUDA from a host of its own; what runs on the CPU is in the package.
      flags: ['--ignore-scripts'],
    });
    return true;
  } catch (error) {
    if (inCi() || !(error instanceof SetupError)) throw error;
    warn(`${error.message} What runs exported models is not tested.`, error.remedy);
    return false;
  }
}
