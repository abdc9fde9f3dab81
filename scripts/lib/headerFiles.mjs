// The same headers in the words of hosts that read them from a file.

import { ASK, HEADERS, KEEP } from './headers.mjs';

/** All that is not under assets/, besides the pages: what is asked about each time. */
const ASKED_FOR = [
  '/',
  '/sw.js',
  '/app.webmanifest',
  '/favicon.svg',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/models/*',
  '/samples/*',
];

/**
 * For Netlify and Cloudflare Pages: a file `_headers` beside the page. What is always asked about is named one by one, as rules
 * that overlap are added up.
 * @param {readonly string[]} pages paths of HTML files
 */
export function headersFile(pages) {
  /** @param {string} path @param {Record<string, string>} headers */
  const rule = (path, headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule('/*', HEADERS),
    rule('/assets/*', { 'Cache-Control': KEEP }),
    ...[...ASKED_FOR, ...pages.map((page) => `/${page}`)].map((path) => rule(path, { 'Cache-Control': ASK })),
  ].join('\n\n')}\n`;
}

/** What is worth compressing; photos and weights are not. */
const COMPRESSED = [
  'application/javascript',
  'application/json',
  'application/manifest+json',
  'image/svg+xml',
  'text/css',
  'text/javascript',
  'text/plain',
];

/**
 * For nginx: what goes into its `http` block.
 * @param {{ port: number, folder: string }} where the page is served, and where it lies
 */
export function nginxConfig({ port, folder }) {
  const headers = Object.entries(HEADERS).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return `# Made by scripts/write-nginx-config.mjs from scripts/lib/headers.mjs: change it there.

map $uri $binsight_cache_control {
  default "${ASK}";
  "~^/assets/" "${KEEP}";
}

server {
  listen ${port};
  root ${folder};
  server_tokens off;
  # Behind another server the port is not what the visitor sees.
  absolute_redirect off;
  charset utf-8;

${headers.join('\n')}
  # Not with errors: what is not there may come yet.
  add_header Cache-Control $binsight_cache_control;

  gzip on;
  # Behind a server that does TLS, too.
  gzip_proxied any;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types ${COMPRESSED.join(' ')};

  location = /app.webmanifest {
    types {}
    default_type application/manifest+json;
  }
}
`;
}
