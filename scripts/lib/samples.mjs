// The talk's 27 car photos and its cat, from a folder or from their pinned place upstream, each checked against photos.json.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DownloadError, describeDownload, downloadAll, progressBar, proxyHint } from './download.mjs';
import { sha256OfFile, writeAtomically } from './files.mjs';
import { CARS_FOLDER, inCache, inShared } from './paths.mjs';
import { fail, step, warn } from './step.mjs';

/** @typedef {{ file: string, bin: 'classic' | 'modern' | 'test' | 'talk', sha256: string, credit: string }} SamplePhoto */

const UPSTREAM = 'https://raw.githubusercontent.com/mdda/deep-learning-workshop';
const TOTAL_BYTES = 4_172_375;

const CARS = "27 of the talk's cars";
const ALL = `${CARS}, and its cat`;

/** @returns {Promise<SamplePhoto[]>} */
export const listSamples = async () => JSON.parse(await readFile(join(CARS_FOLDER, 'photos.json'), 'utf8'));

/**
 * Where upstream has a photo. Over the years it renamed its folders and the test photos (`_z` became `_c` for
 * classic, `_m` for modern); the SHA-256 decides which address is right.
 * @param {SamplePhoto} photo
 * @returns {string[]}
 */
export function upstreamUrls({ file, bin }) {
  if (bin === 'talk')
    return ['0dde233', 'master'].map((ref) => `${UPSTREAM}/${ref}/notebooks/images/${file}`);
  const capitalised = bin.charAt(0).toUpperCase() + bin.slice(1);
  const now = [`cars/${bin}/${file}`, `cars/${file}`, `cars/${capitalised}/${file}`];
  const pinned = ['0dde233', 'master'].flatMap((ref) => now.map((path) => `${ref}/notebooks/images/${path}`));
  const stem = /(\d+_[0-9a-f]+)_\w+\.jpg$/.exec(file)?.[1];
  const former = bin === 'test' ? ['c-', 'm-', ''].map((prefix) => `${prefix}${stem}_z.jpg`) : [file];
  const before = former.flatMap((name) => [
    `077d186a3efe1841a48da3eb42e70d6cad9879c1/notebooks/images/cars/${name}`,
    `134b6bd53c40afc4418e71e2dfbb1a822f6d944c/notebooks/images/cars/${bin === 'test' ? '' : `${capitalised}/`}${name}`,
    `4773fbbf943c70058bb7cef3f064abc85f804bae/notebooks/images/car/${name}`,
    `ff30c3ceb7b268355d71861916712ffc0b1dfe0f/notebooks/images/cars/${name}`,
  ]);
  return [...pinned, ...before].map((path) => `${UPSTREAM}/${path}`);
}

/**
 * Puts the photos into public/samples/cars. Without them the page offers its drawings, so nothing here stops the set-up.
 * @param {{ from?: string | undefined }} [options] a folder with the photos, flat or by bin
 * @returns {Promise<boolean>} whether all cars are there; why not has been said, and so has it if the cat is not
 */
export async function ensureSamples({ from = process.env.BINSIGHT_CARS } = {}) {
  try {
    await step('Sample photos', async (progress) => {
      const photos = await listSamples();
      const missing = await listMissing(photos);
      if (missing.length === 0) return ALL;
      return (await copyInto(missing, await chooseFolder(missing, from, progress))) ? ALL : CARS;
    });
    return true;
  } catch (error) {
    const reason =
      error instanceof DownloadError
        ? `${describeDownload(error)}`
        : error instanceof Error
          ? error.message
          : String(error);
    warn(
      `The talk's car photos are not ready: ${reason.replace(/\.$/, '')}.`,
      `The page shows drawings instead. Once there is a connection${proxyHint()}, run the command again, or set BINSIGHT_CARS to a folder with the photos.`,
    );
    return false;
  }
}

/** @param {SamplePhoto[]} photos */
async function listMissing(photos) {
  const sums = await Promise.all(photos.map(({ file }) => sha256OfFile(join(CARS_FOLDER, file))));
  return photos.filter(({ sha256 }, i) => sums[i] !== sha256);
}

/**
 * @param {SamplePhoto[]} missing
 * @param {string | undefined} from
 * @param {(text: string) => void} progress
 */
async function chooseFolder(missing, from, progress) {
  if (from) return resolve(from);
  const shared = inShared('images/cars');
  if (existsSync(shared)) return shared;
  const folder = inCache('cars');
  const downloads = missing.map((photo) => ({
    urls: upstreamUrls(photo),
    target: join(folder, photo.file),
    sha256: photo.sha256,
  }));
  await downloadAll(downloads, { onProgress: (state) => progress(progressBar(state, TOTAL_BYTES)) });
  return folder;
}

/** @param {SamplePhoto[]} photos @param {string} folder @returns {Promise<boolean>} whether the cat is there, too */
async function copyInto(photos, folder) {
  let hasAll = true;
  for (const { file, bin, sha256 } of photos) {
    const source = [join(folder, bin, file), join(folder, file), join(folder, '..', file)].find(existsSync);
    if (!source && bin === 'talk') {
      warn(`${file} is not in ${folder}: talk mode begins with a car.`);
      hasAll = false;
      continue;
    }
    if (!source) fail(`${file} is not in ${folder}.`, 'Give the folder that holds the 27 photos.');
    if ((await sha256OfFile(source)) !== sha256)
      fail(`${source} is not the photo of the talk.`, 'Give the original.');
    await writeAtomically(join(CARS_FOLDER, file), await readFile(source));
  }
  return hasAll;
}
