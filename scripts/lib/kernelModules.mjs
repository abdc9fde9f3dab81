// The WebAssembly kernels, compiled from AssemblyScript as a module of texts: the network's in one build for every machine
// with SIMD and one for those that multiply and add in one instruction, and those that resample photos.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { inRoot } from './paths.mjs';

const NAME = 'virtual:kernel-modules';
const RESOLVED = `\0${NAME}`;
const FOLDER = inRoot('src/network/kernels/assembly');

const OPTIONS = [
  '--runtime=stub',
  '-O3',
  '--noAssert',
  '--enable=simd',
  '--initialMemory=1',
  '--use=abort=',
  // Vectors pass between our own files, not to JavaScript.
  '--disableWarning=112',
];

/** @returns {import('vite').Plugin} */
export function kernelModules() {
  return {
    name: 'kernel-modules',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const simd = await compileKernels('simd');
      const relaxed = await compileKernels('relaxed-simd');
      const resampling = await compileKernels('simd', 'resample.ts');
      for (const source of [...simd.sources, ...resampling.sources]) this.addWatchFile(source);
      const modules = { simd: toBase64(simd.bytes), 'relaxed-simd': toBase64(relaxed.bytes) };
      return [
        `export const modules = ${JSON.stringify(modules)};`,
        `export const resampling = ${JSON.stringify(toBase64(resampling.bytes))};`,
      ].join('\n');
    },
  };
}

/**
 * @param {'simd' | 'relaxed-simd'} build
 * @param {string} entry the file whose functions are offered
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, sources: readonly string[] }>} `sources`: the files that it was made of
 */
export async function compileKernels(build, entry = 'index.ts') {
  /** @type {string[]} */
  const sources = [];
  /** @type {Uint8Array<ArrayBuffer> | null} */
  let bytes = null;
  const { error, stderr } = await asc.main(
    [entry, '--outFile', 'kernels.wasm', ...OPTIONS, ...(build === 'simd' ? [] : [`--enable=${build}`])],
    {
      async readFile(name) {
        const file = join(FOLDER, name);
        const text = await readFile(file, 'utf8').catch(() => null);
        if (text !== null) sources.push(file);
        return text;
      },
      writeFile(_name, contents) {
        if (contents instanceof Uint8Array) bytes = new Uint8Array(contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !bytes) throw new Error(`the kernels do not compile: ${stderr.toString()}`, { cause: error });
  return { bytes, sources };
}

/** @param {Uint8Array} bytes */
const toBase64 = (bytes) => Buffer.from(bytes).toString('base64');
