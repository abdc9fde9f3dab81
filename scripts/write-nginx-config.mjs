// Prints nginx's configuration for the built page: `node scripts/write-nginx-config.mjs [--port 8080] [--folder /srv/page]`.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConfig } from './lib/headerFiles.mjs';
import { inRoot } from './lib/paths.mjs';
import { choosePort } from './lib/serve.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, folder: { type: 'string' } } });
  const folder = values.folder ? resolve(values.folder) : inRoot('dist');
  process.stdout.write(nginxConfig({ port: choosePort(8080, values.port), folder }));
});
