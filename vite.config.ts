import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createChunkNames } from './scripts/lib/chunks.mjs';
import { givenLocale } from './scripts/lib/givenLocale.mjs';
import { howItWorksPage } from './scripts/lib/howItWorksPage.mjs';
import { kernelModules } from './scripts/lib/kernelModules.mjs';
import { PAGES } from './scripts/lib/pages.mjs';
import { predictScript } from './scripts/lib/predictScript.mjs';
import { privacyPage } from './scripts/lib/privacyPage.mjs';
import { sentHeaders } from './scripts/lib/sentHeaders.mjs';
import { serviceWorker } from './scripts/lib/serviceWorker.mjs';

/** See src/core/svm/mlKernel.cjs. */
export const alias = {
  'ml-kernel': fileURLToPath(new URL('./src/core/svm/mlKernel.cjs', import.meta.url)),
};

export default defineConfig({
  // Relative addresses: the build works under any path of any static host.
  base: './',
  // A missing file is a 404, never the page: the model loader relies on it.
  appType: 'mpa',
  plugins: [
    react(),
    // React Aria speaks 34 languages; here those that the page speaks.
    optimizeLocales.vite({ locales: ['en-US', 'de-DE'] }),
    givenLocale(),
    howItWorksPage(),
    privacyPage(),
    sentHeaders(),
    predictScript(),
    kernelModules(),
    serviceWorker(),
  ],
  resolve: { alias },
  worker: { format: 'es', plugins: () => [predictScript(), kernelModules()] },
  build: {
    target: 'es2022',
    sourcemap: true,
    // Where modules cannot be announced (Safari 16) they are found a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...PAGES, 'examples/embed/index.html'],
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'first screen', name: createChunkNames(), includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
