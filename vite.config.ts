import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { createChunkNames } from './scripts/lib/chunks.mjs';
import { howItWorksPage } from './scripts/lib/howItWorksPage.mjs';
import { kernelModules } from './scripts/lib/kernelModules.mjs';
import { predictScript } from './scripts/lib/predictScript.mjs';
import { serviceWorker } from './scripts/lib/serviceWorker.mjs';

/**
 * The promise that no photo leaves the page, as a rule that the browser enforces: everything comes from the page's
 * own server, and nothing is sent anywhere else. `wasm-unsafe-eval` lets WebAssembly be compiled, no more.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  // The hash is of React Aria's one inline style (`touch-action` on what can be pressed).
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' blob: data:",
  "manifest-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** In the built page itself too, for static hosts that send no headers. */
const writePolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** Files whose names are made from what is in them never change: a second visit asks for none of them. */
const keepAssets: Plugin = {
  name: 'keep-assets',
  configurePreviewServer({ config, middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      // What is not there may come yet.
      if (pathname.startsWith('/assets/') && existsSync(`${config.root}/${config.build.outDir}${pathname}`)) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      }
      next();
    });
  },
};

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
    howItWorksPage(),
    writePolicy,
    keepAssets,
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
      input: ['index.html', 'how-it-works.html', 'how-it-works.de.html', 'examples/embed/index.html'],
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'first screen', name: createChunkNames(), includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  // Workers take their policy from their own response, so the server sends it with everything.
  preview: { headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY } },
});
