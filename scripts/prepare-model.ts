// Makes public/models/inception-v1 from the BVLC GoogLeNet tensors:
//
//   npm run prepare-model -- [--from <folder or bvlc_googlenet.caffemodel>] [--precision uint8|float16|float32] [--out <folder>]
//
// Without --from (or BINSIGHT_MODEL) the tensors come from ../shared/models/bvlc-googlenet where it exists, else
// by download. Whatever the source, each tensor's SHA-256 must be the committed one. The same tensors and
// precision always give the same bytes.

import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BinsightError } from '../src/core/errors.ts';
import { PRECISIONS, type Precision } from '../src/core/modelId.ts';
import { readCaffemodel } from '../src/network/caffemodel.ts';
import { type PreparedModel, prepareModel } from '../src/network/prepareModel.ts';
import { SOURCE_PATHS } from '../src/network/sourceTensors.ts';
import { verifyTensors } from '../src/network/verifyTensors.ts';
import { DownloadError, describeDownload, downloadAll, progressBar, proxyHint } from './lib/download.mjs';
import { sha256, writeAtomically } from './lib/files.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { inCache, inShared, MODEL_FOLDER } from './lib/paths.mjs';
import { describeModel, findPreparedModel, readChecksums } from './lib/preparedModel.mjs';
import { fail, main, step } from './lib/step.mjs';

const COMMIT = 'd161d610145d6ce1ee4b9e44b10de780e8ecec2d';
const UPSTREAM = `https://raw.githubusercontent.com/chaosmail/caffejs/${COMMIT}/models/bvlc_googlenet`;
const TOTAL_BYTES = 27_994_208;
const CAFFEMODEL = 'bvlc_googlenet.caffemodel';
const GIVE_A_SOURCE = `run npm run prepare-model -- --from <folder with weights/, or ${CAFFEMODEL}>`;

type Tensors = Map<string, Float32Array>;

await main(async () => {
  checkNode();
  const { from, precision, out } = readOptions();
  await step('Model', async (progress) => {
    const there = await findPreparedModel(out);
    if (there?.precision === precision) return describeModel(there);
    const tensors = await readTensors(from, progress);
    progress('checking and packing');
    const bytes = await writeModel(await pack(tensors, precision), out);
    return `${describeModel({ precision, bytes })}, prepared from ${from ?? 'the download'}`;
  });
});

function readOptions(): { from: string | undefined; precision: Precision; out: string } {
  const options = {
    from: { type: 'string' },
    precision: { type: 'string' },
    out: { type: 'string' },
  } as const;
  let values: { from?: string; precision?: string; out?: string };
  try {
    values = parseArgs({ options }).values;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), 'Known are --from, --precision and --out.');
  }
  const wanted = values.precision ?? 'uint8';
  const precision = PRECISIONS.find((known) => known === wanted);
  if (!precision) fail(`There is no precision "${wanted}".`, `Choose one of ${PRECISIONS.join(', ')}.`);
  const given = values.from ?? process.env.BINSIGHT_MODEL;
  const shared = inShared('models/bvlc-googlenet');
  const from = given ? resolve(given) : existsSync(shared) ? shared : undefined;
  return { from, precision, out: values.out ? resolve(values.out) : MODEL_FOLDER };
}

async function readTensors(from: string | undefined, progress: (text: string) => void): Promise<Tensors> {
  if (from === undefined) return readFolder(await download(progress));
  if (!existsSync(from))
    fail(`There is no ${from}.`, `Check --from and BINSIGHT_MODEL, then ${GIVE_A_SOURCE}.`);
  progress(`reading ${from}`);
  if (!statSync(from).isDirectory()) return readCaffe(from);
  const single = join(from, CAFFEMODEL);
  return existsSync(single) ? readCaffe(single) : readFolder(from);
}

async function readCaffe(path: string): Promise<Tensors> {
  try {
    return new Map(readCaffemodel(await readFile(path)));
  } catch (error) {
    if (!(error instanceof BinsightError)) throw error;
    return fail(
      `${path} is not the caffemodel of BVLC GoogLeNet.`,
      `Download ${CAFFEMODEL} again, then ${GIVE_A_SOURCE}.`,
    );
  }
}

/** Reads a folder that holds `weights/conv1/...`, or is that `weights` folder itself. */
async function readFolder(folder: string): Promise<Tensors> {
  const tensors: Tensors = new Map();
  for (const path of SOURCE_PATHS) {
    const file = [join(folder, path), join(folder, '..', path)].find(existsSync);
    if (!file)
      fail(`${path} is missing from ${folder}.`, `Complete the folder or give another: ${GIVE_A_SOURCE}.`);
    const bytes = await readFile(file);
    // A tensor that is no whole number of floats is damaged; verification says so.
    const floats = bytes.length >> 2;
    tensors.set(path, new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + floats * 4)));
  }
  return tensors;
}

/** Fetches the tensors file by file into the cache, where an interrupted download goes on the next time. */
async function download(progress: (text: string) => void): Promise<string> {
  const folder = inCache('bvlc-googlenet');
  const { tensors } = await readChecksums();
  const downloads = Object.entries(tensors).map(([path, sha256]) => ({
    urls: [`${UPSTREAM}/${path}`],
    target: join(folder, path),
    sha256,
  }));
  try {
    await downloadAll(downloads, { onProgress: (state) => progress(progressBar(state, TOTAL_BYTES)) });
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    fail(
      `The network's weights are not ready: ${describeDownload(error)}.`,
      `Once there is a connection${proxyHint()}, run the command again (it goes on where it stopped), or ${GIVE_A_SOURCE}.`,
    );
  }
  return folder;
}

async function pack(tensors: Tensors, precision: Precision): Promise<PreparedModel> {
  try {
    await verifyTensors(tensors);
  } catch (error) {
    if (!(error instanceof BinsightError)) throw error;
    fail(
      `${error.detail.file} is not the tensor that this project was tested with: its SHA-256 differs.`,
      `Delete it or give another source: ${GIVE_A_SOURCE}.`,
    );
  }
  const prepared = await prepareModel(tensors, precision);
  const sum = sha256(prepared.manifest);
  const { manifests } = await readChecksums();
  // The page accepts no other manifest, so whoever changes the format also says so there.
  if (sum !== manifests[precision]) {
    fail(
      `The ${precision} manifest is not the one in src/network/checksums.json.`,
      `If the format was changed on purpose, put ${sum} there and run the command again.`,
    );
  }
  return prepared;
}

/** Writes the shards, then the manifest that makes them count, and removes those of an earlier precision. */
async function writeModel({ manifest, shards }: PreparedModel, out: string): Promise<number> {
  await mkdir(out, { recursive: true });
  for (const { path, bytes } of shards) await writeAtomically(join(out, path), bytes);
  await writeAtomically(join(out, 'manifest.json'), manifest);
  const current = new Set(shards.map(({ path }) => path));
  for (const name of await readdir(out)) {
    if (name.endsWith('.bin') && !current.has(name)) await rm(join(out, name));
  }
  return shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
