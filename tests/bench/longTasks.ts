// `npx tsx tests/bench/longTasks.ts [photos]`, after `npm run build`: how long the page is deaf while many photos are
// dropped, read, featurized and judged. Prints the numbers.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { findOrInstallChromium } from '../../scripts/lib/chromium.mjs';
import { sharedFolder } from '../support/machine.ts';
import { measureLongTasks } from './longTaskTimes.ts';
import { withPhotoFolder } from './photoFolder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = 4194;
const count = Number(process.argv[2] ?? 200);

process.env.CHROMIUM_PATH = await findOrInstallChromium();
const sample = resolve(sharedFolder(root), 'images/imagenet-sample');
const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const times = await withPhotoFolder(sample, count, (folder) =>
  measureLongTasks(`http://localhost:${PORT}`, folder, count),
);
process.stdout.write(`${JSON.stringify(times, null, 2)}\n`);
await server.close();
