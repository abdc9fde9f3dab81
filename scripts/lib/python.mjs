// A Python that can run an exported model: one with NumPy, Pillow and OpenCV, or Debian's packages of them.

import { installPackages, isDebian } from './debian.mjs';
import { inCi } from './paths.mjs';
import { lastLines, runQuiet } from './run.mjs';
import { fail, step, warn } from './step.mjs';

const PACKAGES = ['python3-opencv', 'python3-numpy', 'python3-pil'];
const PROBE =
  'import cv2, numpy, PIL; print(f"OpenCV {cv2.__version__}, NumPy {numpy.__version__}, Pillow {PIL.__version__}")';
const SENTENCE = 'No Python with OpenCV, NumPy and Pillow was found.';
const REMEDY = `On Debian run apt-get install ${PACKAGES.join(' ')}, or set BINSIGHT_PYTHON to a Python that has them.`;

/** @typedef {{ path: string, versions: string }} Python */

/**
 * @returns {Promise<string | undefined>} the path of a Python that imports all three; undefined outside CI where there
 *   is none, which has been said
 */
export async function findOrInstallPython() {
  let path = '';
  try {
    await step('Python', async (progress) => {
      const named = process.env.BINSIGHT_PYTHON;
      const found =
        (await findPython()) ??
        (named ? failNamed(named) : ((await installPython(progress)) ?? fail(SENTENCE, REMEDY)));
      path = found.path;
      return `${found.versions} at ${found.path}`;
    });
    return path;
  } catch (error) {
    if (inCi() || !(error instanceof Error) || error.message !== SENTENCE) throw error;
    warn(`${SENTENCE} What needs it is not tested.`, REMEDY);
    return undefined;
  }
}

/** @returns {Promise<Python | undefined>} the one that BINSIGHT_PYTHON names, else the first that has all packages */
export async function findPython() {
  const named = process.env.BINSIGHT_PYTHON;
  // A pyenv or conda may hide the system's own, for which Debian's packages are.
  for (const path of named ? [named] : ['python3', '/usr/bin/python3', 'python']) {
    const { code, stdout } = await runQuiet(path, ['-c', PROBE], { timeoutMs: 60_000 });
    if (code === 0) return { path, versions: stdout.trim() };
  }
  return undefined;
}

/** Whoever names a Python wants that one tested: never another instead. @param {string} named @returns {never} */
const failNamed = (named) =>
  fail(
    `BINSIGHT_PYTHON is ${named}, which does not start or does not import cv2, numpy and PIL.`,
    'Set it to a Python that has them, or unset it.',
  );

/** @param {(text: string) => void} progress @returns {Promise<Python | undefined>} */
async function installPython(progress) {
  const installed = await installPackages(['--no-install-recommends', ...PACKAGES], isDebian, progress);
  if (installed && !installed.done) console.error(lastLines(installed.output));
  return installed?.done ? await findPython() : undefined;
}
