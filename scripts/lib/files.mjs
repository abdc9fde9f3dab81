// Files as the set-up needs them: hashed, and complete or not there at all.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** @param {string | Uint8Array} content @returns its SHA-256 in hexadecimal */
export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} the file's SHA-256, or undefined when there is no such file
 */
export async function sha256OfFile(path) {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/**
 * Writes a file that is complete or not there, so that an interrupted set-up is repeated and never believed.
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export async function writeAtomically(path, content) {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${process.pid}-${sha256(path).slice(0, 8)}.tmp`);
  await writeFile(temporary, content);
  await rename(temporary, path);
}

/** @param {string} path @returns {Promise<string | undefined>} its text, or undefined when there is no such file */
export async function readIfThere(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** @param {unknown} error */
function isMissing(error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/**
 * One hash over names and contents, folders included; a path that is not there counts as such.
 * @param {string} root paths are named relative to it
 * @param {readonly string[]} paths files or folders under it
 */
export async function hashTree(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await listFiles(join(root, path))) {
      hash.update(`${relative(root, file).split(sep).join('/')}\0${(await sha256OfFile(file)) ?? 'none'}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {Promise<string[]>} all files below it in a fixed order, or the path itself when it is no folder */
async function listFiles(path) {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  const names = entries.map(({ name }) => name).sort();
  const nested = await Promise.all(names.map((name) => listFiles(join(path, name))));
  return nested.flat();
}
