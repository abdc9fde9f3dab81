import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import sirv from 'sirv';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, sharedFolder } from './tests/support/machine.ts';
import { alias } from './vite.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Reference files from outside the project, served to browser tests under /shared/. */
const serveShared = {
  name: 'serve-shared',
  configureServer(server: { middlewares: { use(path: string, handler: ReturnType<typeof sirv>): void } }) {
    server.middlewares.use('/shared', sirv(sharedFolder(root), { dev: true }));
  },
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] },
      },
      {
        plugins: [serveShared],
        resolve: { alias },
        // Named here, because found late they would make Vite reload a running test.
        optimizeDeps: {
          include: [
            '@bufbuild/protobuf/wire',
            '@petamoriken/float16',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-webgpu',
            '@tensorflow/tfjs-core',
            '@noble/hashes/sha2.js',
            'comlink',
            'idb',
            'image-size',
            'ml-svm',
            'valibot',
          ],
        },
        worker: { format: 'es' },
        define: { __IN_CI__: JSON.stringify(Boolean(process.env.CI)) },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
                args: CHROMIUM_ARGS,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
