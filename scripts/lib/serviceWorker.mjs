// The service worker, built once the page is: it is told by name of every file that the page is made of.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { sha256 } from './files.mjs';
import { oneFile } from './oneFile.mjs';
import { inRoot } from './paths.mjs';

const ENTRY = inRoot('src/offline/worker/serviceWorker.ts');

/** Fetched when they are needed, kept by the page (weights, photos), or read by no page: `_headers` is on no server. */
const NOT_KEPT =
  /\.map$|^sw\.js$|^_headers$|^robots\.txt$|^samples\/|^models\/.*\.bin$|^models\/.*(README\.md|\.schema\.json)$|^examples\//;

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  let outDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const code = await bundle(await listFiles(outDir));
        await writeFile(join(outDir, 'sw.js'), code);
      },
    },
  };
}

/** @param {string} outDir */
async function listFiles(outDir) {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(outDir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !NOT_KEPT.test(path))
    .sort();
  return await Promise.all(
    paths.map(async (url) => {
      const hash = sha256(await readFile(join(outDir, url)));
      return {
        url,
        revision: isNamedByContent(url) ? null : hash,
        integrity: `sha256-${Buffer.from(hash, 'hex').toString('base64')}`,
      };
    }),
  );
}

/** @param {string} path */
const isNamedByContent = (path) => path.startsWith('assets/');

/** @param {readonly { url: string, revision: string | null, integrity: string }[]} files */
async function bundle(files) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { __BUILT_FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      // One classic script: not every browser has service workers that are modules.
      rolldownOptions: { input: ENTRY, output: { format: 'iife', codeSplitting: false } },
    },
  });
  return oneFile(built, 'sw.js').code;
}
