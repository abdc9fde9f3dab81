// The one requirement that cannot be installed for the person: Node itself.

import { fail } from './step.mjs';

const OLDEST = /** @type {const} */ ([20, 19]);

/**
 * @param {string} [version] like `20.19.1`
 * @throws SetupError when Node is too old
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  fail(
    `Binsight needs Node ${OLDEST.join('.')} or newer; this is Node ${version}.`,
    'Install the current LTS release from https://nodejs.org and run the command again.',
  );
}
