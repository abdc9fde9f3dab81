// A Chromium for the browser tests: the one named, the system's, Debian's package, or Playwright's.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { installPackages, systemFamily } from './debian.mjs';
import { inRoot } from './paths.mjs';
import { lastLines, runQuiet, toolPath } from './run.mjs';
import { fail, step } from './step.mjs';

/** @typedef {{ platform: string, env: Record<string, string | undefined> }} System */

const REMEDY = 'Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.';

/** @returns {Promise<string>} the path of a Chromium that starts */
export async function findOrInstallChromium() {
  let path = '';
  await step('Chromium', async (progress) => {
    const found =
      (await findNamed()) ??
      (await findInstalled()) ??
      (await installPackage(progress)) ??
      (await installPlaywrights(progress));
    path = found.path;
    return `${found.version || 'found'} at ${found.path}`;
  });
  return path;
}

/** @typedef {{ path: string, version: string }} Browser */

/** @returns {Promise<Browser | undefined>} */
async function findNamed() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return undefined;
  const { browser, reason } = await tryBrowser(path);
  // Whoever names a browser wants that one tested: never another instead.
  return (
    browser ??
    fail(
      `CHROMIUM_PATH is ${path}, which does not start: ${reason}.`,
      'Set it to a Chromium or Chrome, or unset it.',
    )
  );
}

/** @returns {Promise<Browser | undefined>} */
async function findInstalled() {
  const candidates = chromiumCandidates({ platform: process.platform, env: process.env });
  for (const path of [...candidates, playwrightsPath()]) {
    if (!path || !existsSync(path)) continue;
    const { browser } = await tryBrowser(path);
    if (browser) return browser;
  }
  return undefined;
}

/**
 * Where a system keeps Chromium and its relatives, likeliest first.
 * @param {System} system
 * @returns {string[]}
 */
export function chromiumCandidates({ platform, env }) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].flatMap((app) =>
      ['', env.HOME ?? ''].map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].flatMap((product) =>
      folders.map(
        (folder) =>
          `${folder}\\${product}\\Application\\${product.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
      ),
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * @param {string} path
 * @returns {Promise<{ browser: Browser | undefined, reason: string }>}
 */
async function tryBrowser(path) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') {
    return existsSync(path)
      ? { browser: { path, version: '' }, reason: '' }
      : { browser: undefined, reason: 'there is no such file' };
  }
  const { code, stdout, output } = await runQuiet(path, ['--version'], { timeoutMs: 30_000 });
  const version = parseVersion(stdout);
  if (code === 0 && version) return { browser: { path, version }, reason: '' };
  if (code === 0) return { browser: undefined, reason: 'it does not say its version' };
  return { browser: undefined, reason: lastLines(output, 1).replace(/\.$/, '') || `it exits with ${code}` };
}

/**
 * @param {string} stdout of `--version`; Debian's start script adds warnings of its own, on stderr
 * @returns {string} like `Chromium 141.0.7390.37`, or '' when it is none (Ubuntu's stub for the snap prints advice)
 */
export const parseVersion = (stdout) => /^.*\b\d+\.\d+\.\d+\.\d+/m.exec(stdout)?.[0].trim() ?? '';

/**
 * Whether `apt-get install chromium` gives a real Chromium: on Debian and kin, but not on Ubuntu, where that
 * package only points to a snap.
 * @param {string} osRelease the text of /etc/os-release
 */
export function hasChromiumPackage(osRelease) {
  const family = systemFamily(osRelease);
  return family.includes('debian') && !family.includes('ubuntu');
}

/** @param {(text: string) => void} progress @returns {Promise<Browser | undefined>} */
async function installPackage(progress) {
  const installed = await installPackages(['chromium'], hasChromiumPackage, progress);
  // Without a package, Playwright's own may still be had.
  return installed?.done ? findInstalled() : undefined;
}

/** @returns {string} where Playwright's own Chromium is or would be */
function playwrightsPath() {
  try {
    return createRequire(inRoot('package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return '';
  }
}

/** @param {(text: string) => void} progress @returns {Promise<Browser>} */
async function installPlaywrights(progress) {
  progress('playwright install chromium (about 170 MB)');
  const cli = toolPath('@playwright/test', 'playwright');
  const { code, output } = await runQuiet(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
  if (code !== 0) {
    const offline = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH/.test(output);
    if (!offline) console.error(lastLines(output));
    return fail('No Chromium was found, and Playwright could not download its own.', REMEDY);
  }
  const { browser, reason } = await tryBrowser(playwrightsPath());
  return (
    browser ??
    fail(
      `Playwright's Chromium is installed, but does not start: ${reason}.`,
      'Run npx playwright install-deps chromium as root, or set CHROMIUM_PATH to another, and run npm test again.',
    )
  );
}
