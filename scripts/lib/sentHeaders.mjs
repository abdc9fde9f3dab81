// The headers of headers.mjs with what is built and previewed here.

import { existsSync } from 'node:fs';
import { headersFile } from './headerFiles.mjs';
import { cacheControl, HEADERS, META_POLICY } from './headers.mjs';

/** @returns {import('vite').Plugin} */
export function sentHeaders() {
  /** @type {string[]} */
  let pages = [];
  return {
    name: 'sent-headers',
    configResolved({ build }) {
      const { input = [] } = build.rolldownOptions;
      const paths = typeof input === 'string' ? [input] : Object.values(input);
      pages = paths.filter((path) => path.endsWith('.html'));
    },
    configurePreviewServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        // Not by Vite's own setting, which leaves out what is not there.
        for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        // What is not there may come yet.
        if (existsSync(`${config.root}/${config.build.outDir}${pathname}`)) {
          response.setHeader('Cache-Control', cacheControl(pathname));
        }
        next();
      });
    },
    // In a server for developing it would forbid what that server adds to the page.
    transformIndexHtml: (_html, { server }) =>
      server
        ? []
        : [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
              injectTo: 'head-prepend',
            },
            {
              tag: 'meta',
              attrs: { name: 'referrer', content: HEADERS['Referrer-Policy'] ?? '' },
              injectTo: 'head-prepend',
            },
          ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(pages) });
    },
  };
}
