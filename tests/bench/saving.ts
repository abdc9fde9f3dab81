// `npx tsx tests/bench/saving.ts`, after `npm run build`: what saving costs with 500 photos. Prints the numbers.

import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { findOrInstallChromium } from '../../scripts/lib/chromium.mjs';
import { measureSaving } from './savingTimes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = 4195;

process.env.CHROMIUM_PATH = await findOrInstallChromium();
const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const photo = fileURLToPath(new URL('../fixtures/photos/tall.jpg', import.meta.url));
const times = await measureSaving(`http://localhost:${PORT}`, photo);
process.stdout.write(`${JSON.stringify(times, null, 2)}\n`);
await server.close();
