// Holds the table in docs/architecture.md: which room may import what. Every file of src is read, every import judged.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readImports } from '../support/imports.ts';

interface Room {
  /** Rooms, folders or files whose code it may run. */
  readonly runs: readonly string[];
  /** Those of which it may import types alone. */
  readonly types: readonly string[];
  readonly packages: readonly string[];
}

/** A room may always import itself. Paths are below src; a folder ends in a slash. */
const ROOMS: Readonly<Record<string, Room>> = {
  'core/': { runs: [], types: [], packages: [] },
  'network/': {
    runs: ['core/'],
    types: [],
    packages: [
      'virtual:kernel-modules',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow/tfjs-backend-webgpu',
      '@bufbuild/protobuf',
      '@noble/hashes',
      '@petamoriken/float16',
      'idb',
      'valibot',
    ],
  },
  'workers/': { runs: ['core/', 'network/', 'export/'], types: [], packages: ['comlink', 'image-size'] },
  'store/': {
    runs: ['core/'],
    types: ['workers/contract.ts', 'workers/spawn.ts', 'workers/workerClient.ts'],
    packages: ['idb', 'valibot', 'zustand'],
  },
  // What becomes predict.mjs: nobody else's code is in that file.
  'export/bundle/predict/': {
    runs: ['core/', 'export/model/savedModel.ts', 'workers/photoSignature.ts'],
    types: ['export/'],
    packages: [],
  },
  'export/': {
    // The project's licence goes with what is taken away.
    runs: [
      'core/',
      'network/',
      'store/project.ts',
      'store/settled.ts',
      'store/trainingSet.ts',
      'store/verdicts.ts',
      '../LICENSE',
    ],
    types: ['store/', 'workers/'],
    packages: ['@bufbuild/protobuf', '@zip.js/zip.js', 'valibot', 'virtual:predict-script'],
  },
  'embed/': { runs: ['core/', 'network/', 'export/model/'], types: [], packages: [] },
  'ui/': {
    runs: ['core/', 'store/', 'export/'],
    types: ['network/', 'workers/'],
    packages: [
      'd3-scale',
      'd3-selection',
      'd3-shape',
      'd3-zoom',
      'react',
      'react-aria-components',
      'react-dom',
      'uqr',
      'zustand',
    ],
  },
  'privacy/': { runs: ['ui/base.css', 'ui/theme.ts'], types: [], packages: [] },
  // The page that explains how it works is drawn when it is built; its script is a few lines.
  'howItWorks/': {
    runs: ['ui/sentences.ts', 'ui/theme.ts', 'ui/words/', '../public/samples/cars/photos.json'],
    types: ['core/'],
    packages: ['react', 'react-dom'],
  },
  // In `worker`, the service worker.
  'offline/': {
    runs: ['../public/samples/cars/photos.json'],
    types: [],
    packages: ['workbox-precaching', 'workbox-routing', 'workbox-window'],
  },
  // The only places that join the rooms.
  'main.ts': {
    runs: [
      'network/manifestFile.ts',
      'ui/earlyDrops.ts',
      'ui/sayNotStarted.ts',
      'ui/theme.ts',
      'ui/words/firstLanguage.ts',
      'workers/',
      'page.tsx',
    ],
    types: [],
    packages: [],
  },
  'page.tsx': {
    runs: ['core/', 'network/', 'workers/', 'store/', 'export/', 'ui/', 'offline/'],
    types: [],
    packages: ['react', 'react-dom'],
  },
};

/** One file may import what its room may not. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'core/evaluation/photoMap.ts': ['ml-matrix'],
  'core/svm/mlSvm.ts': ['ml-svm'],
};

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .sort();

const roomOf = (file: string): string | undefined => Object.keys(ROOMS).find((room) => isIn(file, room));

const isIn = (file: string, place: string): boolean =>
  place.endsWith('/') ? file.startsWith(place) : file === place;

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** @returns one sentence per import that the table forbids */
function findBreaches(file: string, source: string): string[] {
  const name = roomOf(file);
  const room = name === undefined ? undefined : ROOMS[name];
  if (name === undefined || !room)
    return [`src/${file} is in no room: put it into one, or add a room to the table`];
  return readImports(source).flatMap(({ specifier, typeOnly }) => {
    const allowed = specifier.startsWith('.')
      ? mayImportFile(name, room, relative(SRC, join(SRC, dirname(file), specifier)), typeOnly)
      : [...room.packages, ...(EXCEPTIONS[file] ?? [])].includes(packageOf(specifier));
    if (allowed) return [];
    const runs = [name, ...room.runs, ...room.packages].join(', ');
    const types = room.types.length > 0 ? `, and types of ${room.types.join(', ')}` : '';
    const what = `src/${file} imports ${typeOnly ? 'types of ' : ''}'${specifier}'`;
    return [`${what}, but ${name} may import only ${runs}${types}`];
  });
}

const mayImportFile = (name: string, room: Room, target: string, typeOnly: boolean): boolean =>
  [name, ...room.runs, ...(typeOnly ? room.types : [])].some((place) => isIn(target, place));

describe('the rooms of src', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    expect(findBreaches(file, readFileSync(join(SRC, file), 'utf8'))).toEqual([]);
  });

  it.each(files.filter((file) => file.startsWith('core/')))(
    '%s has no clock and no chance of its own',
    (file) => {
      const source = readFileSync(join(SRC, file), 'utf8');
      expect(
        source.match(/\b(?:Math\.random|Date\.now|new Date|performance\.now|crypto\.\w+)\b/g),
      ).toBeNull();
    },
  );
});

describe('the check itself', () => {
  it('reads real files, and most of them import something', () => {
    const importing = files.filter((file) => readImports(readFileSync(join(SRC, file), 'utf8')).length > 0);
    expect(files.length).toBeGreaterThan(50);
    expect(importing.length).toBeGreaterThan(files.length / 2);
  });

  it.each([
    ['core/judge.ts', `import { x } from '../network/labels.ts';`],
    ['core/judge.ts', `import type { X } from '../store/state.ts';`],
    ['core/judge.ts', `import SVM from 'ml-svm';`],
    ['core/svm/gram.ts', `import { Matrix } from 'ml-matrix';`],
    ['core/judge.ts', `import { readFileSync } from 'node:fs';`],
    ['core/judge.ts', `import '../page.tsx';`],
    ['network/labels.ts', `import { x } from '../workers/contract.ts';`],
    ['workers/spawn.ts', `import * as tf from '@tensorflow/tfjs-core';`],
    ['workers/spawn.ts', `export { createAppStore } from '../store/state.ts';`],
    ['store/state.ts', `import {\n  type Workers,\n} from '../workers/spawn.ts';`],
    ['store/state.ts', `import type { NetworkInfo } from '../network/network.ts';`],
    ['store/state.ts', `const later = await import('../workers/spawn.ts');`],
    ['store/state.ts', `new Worker(new URL('../workers/trainer.worker.ts', import.meta.url));`],
    ['store/state.ts', `import { useState } from 'react';`],
    ['ui/App.tsx', `import { spawnWorkers } from '../workers/spawn.ts';`],
    ['ui/App.tsx', `export * from '../network/labels.ts';`],
    ['ui/App.tsx', `import wasm from '@tensorflow/tfjs-backend-wasm/dist/x.wasm?url';`],
    ['ui/App.tsx', `import '../page.tsx';`],
    ['export/report.ts', `import { createAppStore } from '../store/state.ts';`],
    ['helpers.ts', `export const x = 1;`],
  ])('refuses in %s: %s', (file, source) => {
    expect(findBreaches(file, source)).toEqual([expect.stringContaining(`src/${file}`)]);
  });

  it('names the file, the import and the rule', () => {
    expect(findBreaches('embed/other.ts', `import type { create } from 'zustand';`)).toEqual([
      "src/embed/other.ts imports types of 'zustand', but embed/ may import only embed/, core/, network/, export/model/",
    ]);
  });

  it.each([
    ['core/evaluation/photoMap.ts', `import { Matrix } from 'ml-matrix';`],
    ['core/svm/mlSvm.ts', `import SVM from 'ml-svm';`],
    ['store/state.ts', `import type { Workers } from '../workers/spawn.ts';`],
    ['store/state.ts', `// import { x } from '../ui/App.tsx';\n/* import('../ui/App.tsx') */`],
    ['ui/App.tsx', `import type { Precision } from '../network/manifest.ts';\nimport './App.css';`],
    ['page.tsx', `const url = new URL('samples/', document.baseURI).href;`],
  ])('allows in %s: %s', (file, source) => {
    expect(findBreaches(file, source)).toEqual([]);
  });

  it('gives up aloud on an import that it cannot read', () => {
    expect(() => readImports('import(path)')).toThrow('plain text');
    expect(() => readImports("import x = require('y');")).toThrow('could be read');
  });
});
