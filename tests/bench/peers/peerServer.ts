// Serves a page that runs onnxruntime-web as its documentation says, with and without the headers that allow threads.

import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};
const PAGE = fileURLToPath(new URL('./page/', import.meta.url));
const PEER = fileURLToPath(new URL('../../../node_modules/onnxruntime-web/dist/', import.meta.url));

/** @param files by name, besides the page's own */
export async function servePeer(
  port: number,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const server: Server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    // What threads need in a browser.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
    const file = files[name];
    const path = [join(PAGE, name), join(PEER, name)].find(existsSync);
    if (file) response.end(file);
    else if (path) createReadStream(path).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return { address: `http://localhost:${port}`, close: () => void server.close() };
}
