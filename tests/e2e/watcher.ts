// A browser whose every connection can be seen, whichever part of it makes it: the page, a worker, the service worker.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext } from '@playwright/test';

interface Watched {
  readonly context: BrowserContext;
  /** Addresses elsewhere that were asked for; none was reached. */
  readonly elsewhere: readonly string[];
  close(): Promise<void>;
}

/** @param own the one host, with its port, that may be reached; everything else goes to a proxy that leads nowhere */
export async function watchedContext(browser: Browser, own: string): Promise<Watched> {
  const elsewhere: string[] = [];
  const proxy = createServer((request, response) => {
    elsewhere.push(request.url ?? '');
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    elsewhere.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 1280, height: 800 },
    proxy: { server: `http://127.0.0.1:${port}`, bypass: own },
  });
  return {
    context,
    elsewhere,
    async close() {
      await context.close();
      proxy.close();
    },
  };
}
