// The production build, made again only when something that goes into it has changed.

import { stat } from 'node:fs/promises';
import { hashTree, readIfThere, writeAtomically } from './files.mjs';
import { PAGES } from './pages.mjs';
import { inCache, inRoot, ROOT } from './paths.mjs';
import { lastLines, runQuiet, toolPath } from './run.mjs';
import { fail, failToWrite, step } from './step.mjs';

const INPUTS = [
  ...PAGES,
  'docs/privacy.md',
  'docs/privacy.de.md',
  'examples',
  // What makes parts of the page: its files' cut, its headers, its service worker, code from AssemblyScript.
  'scripts/lib',
  'src',
  'public',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
];
const STAMP = inCache('build.json');

export async function ensureBuild() {
  await step('Build', async (progress) => {
    const inputs = await hashTree(ROOT, INPUTS);
    if ((await readIfThere(STAMP)) === (await stampOf(inputs))) return 'up to date';
    progress('vite build');
    const { code, output } = await runQuiet(process.execPath, [toolPath('vite', 'vite'), 'build']);
    if (code !== 0) {
      if (/EACCES|EROFS|EPERM/.test(output)) failToWrite(ROOT);
      console.error(lastLines(output));
      fail(
        'The page does not build; the reason is above.',
        'Correct it (npm test -- types may say more) and run the command again.',
      );
    }
    await writeAtomically(STAMP, await stampOf(inputs));
    return 'built into dist/';
  });
}

/** Inputs and the built page belong together: a page built by hand, or deleted, is built again. @param {string} inputs */
async function stampOf(inputs) {
  const built = await stat(inRoot('dist/index.html')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  return `${JSON.stringify({ inputs, built })}\n`;
}
