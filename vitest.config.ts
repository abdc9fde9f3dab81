import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import sirv from 'sirv';
import { defineConfig } from 'vitest/config';
import { kernelModules } from './scripts/lib/kernelModules.mjs';
import { predictScript } from './scripts/lib/predictScript.mjs';
import { serveCorpus } from './tests/support/corpus/serveCorpus.ts';
import { CHROMIUM_ARGS, launchOptions, sharedFolder } from './tests/support/machine.ts';
import { alias } from './vite.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Reference files from outside the project, served to browser tests under /shared/. */
const serveShared = {
  name: 'serve-shared',
  configureServer(server: { middlewares: { use(path: string, handler: ReturnType<typeof sirv>): void } }) {
    server.middlewares.use('/shared', sirv(sharedFolder(root), { dev: true }));
  },
};

/** A project whose tests run in a real Chromium. */
const inChromium = (name: string, include: string, testTimeout: number, maxWorkers: number) => ({
  plugins: [serveShared, serveCorpus, predictScript(), kernelModules()],
  resolve: { alias },
  // Named here, because found late they would make Vite reload a running test.
  optimizeDeps: {
    include: [
      '@bufbuild/protobuf',
      '@bufbuild/protobuf/codegenv2',
      '@bufbuild/protobuf/wire',
      '@noble/hashes/sha2.js',
      '@petamoriken/float16',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow/tfjs-core',
      '@zip.js/zip.js/lib/zip-core-custom.js',
      'comlink',
      'd3-scale',
      'd3-shape',
      'idb',
      'ml-matrix',
      'image-size',
      'ml-svm',
      'react',
      'react-dom/server',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'valibot',
      'zustand',
      'zustand/react/shallow',
      'zustand/vanilla',
    ],
  },
  worker: { format: 'es' as const },
  define: { __IN_CI__: JSON.stringify(Boolean(process.env.CI)) },
  test: {
    name,
    include: [include],
    testTimeout,
    hookTimeout: testTimeout,
    maxWorkers,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: launchOptions(CHROMIUM_ARGS),
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  root,
  test: {
    projects: [
      // Properties of the solver take seconds on a busy machine.
      {
        plugins: [predictScript(), kernelModules()],
        test: {
          name: 'unit',
          environment: 'node',
          // Starts in half the time that processes take.
          pool: 'threads',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // The slowest is WebGPU in software: 20 s a photo on two cores.
      inChromium('browser', 'tests/browser/**/*.test.ts', 240_000, availableParallelism()),
      inChromium('bench', 'tests/bench/**/*.bench.ts', 600_000, 1),
    ],
  },
});
