// The corpus for browser tests: what is said of its files at /odd-files/, and each file's bytes at /odd-files/<its place>.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { CORPUS } from './corpus.ts';
import type { OddFacts } from './oddFile.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const facts: readonly OddFacts[] = CORPUS.map(({ name, oddity, outcome }) => ({ name, oddity, outcome }));

export const serveCorpus = {
  name: 'serve-corpus',
  configureServer(server: { middlewares: { use(path: string, handler: Handler): void } }) {
    server.middlewares.use('/odd-files', ({ url = '/' }, response, next) => {
      const file = CORPUS[Number(url.slice(1))];
      if (url === '/') response.end(JSON.stringify(facts));
      else if (file) response.end(file.bytes());
      else next();
    });
  },
};
