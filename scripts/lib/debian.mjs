// Is this Debian, or something that takes its packages? And how they are installed.

import { existsSync, readFileSync } from 'node:fs';
import { runQuiet } from './run.mjs';

/** @param {string} osRelease the text of /etc/os-release @returns {string[]} like `ubuntu debian` */
export function systemFamily(osRelease) {
  /** @param {string} key */
  const field = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1]?.split(' ') ?? [];
  return [...field('ID'), ...field('ID_LIKE')];
}

/** @param {string} osRelease the text of /etc/os-release */
export const isDebian = (osRelease) => systemFamily(osRelease).includes('debian');

const RELEASE = '/etc/os-release';

/**
 * Installs packages, as root alone.
 * @param {readonly string[]} packages and apt-get's options
 * @param {(osRelease: string) => boolean} hasThem whether such a system has them
 * @param {(text: string) => void} progress
 * @returns {Promise<{ done: boolean, output: string } | undefined>} undefined where that is not tried
 */
export async function installPackages(packages, hasThem, progress) {
  if (process.getuid?.() !== 0 || !existsSync(RELEASE) || !hasThem(readFileSync(RELEASE, 'utf8'))) {
    return undefined;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  progress('apt-get update');
  await runQuiet('apt-get', ['update'], { env });
  progress(`apt-get install ${packages.join(' ')}`);
  const { code, output } = await runQuiet('apt-get', ['install', '-y', ...packages], { env });
  return { done: code === 0, output };
}
