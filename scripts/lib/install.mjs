// Dependencies: installed when they are missing or out of date, and otherwise left alone.

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readIfThere, sha256 } from './files.mjs';
import { ROOT } from './paths.mjs';
import { lastLines, runQuiet } from './run.mjs';
import { fail, step } from './step.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 * @typedef {{ node: string, platform: string, arch: string }} Machine
 */

/** @type {Machine} */
const THIS_MACHINE = { node: process.versions.node, platform: process.platform, arch: process.arch };

/**
 * Brings a folder's node_modules to what its package-lock.json says.
 * @param {{ name?: string, folder?: string, flags?: readonly string[] }} [options] `flags` for npm besides the usual
 */
export async function ensureDependencies({ name = 'Dependencies', folder = ROOT, flags = [] } = {}) {
  await step(name, async (progress) => {
    const stampPath = join(folder, 'node_modules/.binsight-install');
    const lockText = await readFile(join(folder, 'package-lock.json'), 'utf8');
    const stamp = installStamp(await readFile(join(folder, 'package.json'), 'utf8'), lockText, THIS_MACHINE);
    const known = await readIfThere(stampPath);
    if (known === stamp) return 'up to date';
    // Someone who ran npm by hand need not wait for it again.
    const installed = await readIfThere(join(folder, 'node_modules/.package-lock.json'));
    if (!known && installed && matchesLock(JSON.parse(installed), JSON.parse(lockText), THIS_MACHINE)) {
      // Only a note for the next time: in a read-only folder it is worked out again.
      await writeFile(stampPath, stamp).catch(() => undefined);
      return 'up to date';
    }
    progress('npm ci');
    const { command, args, shell } = npmCommand();
    const { code, output } = await runQuiet(
      command,
      // Vite and the tests are development dependencies, whatever NODE_ENV says.
      [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', ...flags],
      // Not --prefix, because a Windows shell would cut a path with blanks in it.
      { shell, cwd: folder },
    );
    if (code !== 0) failInstall(code, output);
    await writeFile(stampPath, stamp);
    return 'installed';
  });
}

/**
 * What an installation depends on: the packages asked for, the packages locked, and the machine they were
 * fetched for (some are native). Scripts and other fields of package.json don't count.
 * @param {string} packageText
 * @param {string} lockText
 * @param {Machine} machine
 */
export function installStamp(packageText, lockText, { node, platform, arch }) {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(packageText);
  const asked = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
  return sha256([asked, lockText, node.split('.')[0], platform, arch].join('\0'));
}

/**
 * Whether npm's own record of what it installed is what the lock file asks for on this machine.
 * @param {Lockfile} installed node_modules/.package-lock.json
 * @param {Lockfile} lock package-lock.json
 * @param {Machine} machine
 */
export function matchesLock(installed, lock, machine) {
  const present = installed.packages ?? {};
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '');
  return (
    wanted.length > 0 &&
    wanted.every(([path, entry]) => {
      const found = present[path];
      return found ? found.version === entry.version : mayBeAbsent(entry, machine);
    })
  );
}

/** An optional package is left out where it is for another system. @param {LockedPackage} entry @param {Machine} machine */
function mayBeAbsent({ optional, os, cpu, libc }, { platform, arch }) {
  if (!optional) return false;
  const forThisMachine = (!os || os.includes(platform)) && (!cpu || cpu.includes(arch));
  // A C library can't be told here; a package without any condition hangs on one that has some.
  return !forThisMachine || libc !== undefined || (!os && !cpu);
}

/** The npm that started this script, else the one on the path. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && basename(script).startsWith('npm') && existsSync(script)) {
    return { command: process.execPath, args: [script], shell: false };
  }
  // On Windows npm is a .cmd file, which only a shell can start.
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

/**
 * @param {number} code
 * @param {string} output
 * @returns {never}
 */
function failInstall(code, output) {
  const { sentence, remedy, foreseen } = describeNpmFailure(code, output);
  if (!foreseen) console.error(lastLines(output));
  fail(sentence, remedy);
}

/**
 * @param {number} code npm's exit code
 * @param {string} output
 * @returns {{ sentence: string, remedy: string, foreseen: boolean }} when not foreseen, npm's own words help more
 */
export function describeNpmFailure(code, output) {
  /** @param {string} sentence @param {string} remedy */
  const foreseen = (sentence, remedy) => ({ sentence, remedy, foreseen: true });
  if (code === 127) {
    return foreseen(
      'npm was not found.',
      'Install Node with npm from https://nodejs.org and run the command again.',
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|EHOSTUNREACH/.test(output)
  ) {
    return foreseen(
      'The dependencies are not installed, because the npm registry cannot be reached.',
      'Connect to the internet (behind a proxy, set HTTPS_PROXY) and run the command again.',
    );
  }
  if (/EROFS|EACCES|EPERM/.test(output)) {
    return foreseen(
      'The dependencies are not installed, because npm may not write to the project folder or its cache.',
      'Make both writable, or clone the project to a folder of your own, and run the command again.',
    );
  }
  if (/ENOSPC/.test(output)) {
    return foreseen('The disk is full.', 'Free about 1 GB and run the command again.');
  }
  if (/EUSAGE|in sync/.test(output)) {
    return foreseen(
      'package.json and package-lock.json disagree.',
      'Run npm install, commit both files, and run the command again.',
    );
  }
  return {
    sentence: 'npm could not install the dependencies; its last words are above.',
    remedy: 'Delete node_modules and run the command again.',
    foreseen: false,
  };
}
