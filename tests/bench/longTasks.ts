// `npx tsx tests/bench/longTasks.ts [photos]`, after `npm run build`: how long the page is deaf while many photos are
// dropped, read, featurized and judged. Prints the numbers.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { findOrInstallChromium } from '../../scripts/lib/chromium.mjs';
import { sharedFolder } from '../support/machine.ts';
import { measureLongTasks } from './longTaskTimes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = 4194;
const count = Number(process.argv[2] ?? 200);

process.env.CHROMIUM_PATH = await findOrInstallChromium();
const folder = mkdtempSync(join(tmpdir(), 'binsight-many-'));
manyPhotos(folder, count);
const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const times = await measureLongTasks(`http://localhost:${PORT}`, folder, count);
process.stdout.write(`${JSON.stringify(times, null, 2)}\n`);
await server.close();
rmSync(folder, { recursive: true });

/** Two bins and a fifth of the photos to test; the sample's photos again and again, each with bytes of its own. */
function manyPhotos(into: string, wanted: number): void {
  const sample = resolve(sharedFolder(root), 'images/imagenet-sample');
  const names = readdirSync(sample).filter((name) => /\.jpe?g$/i.test(name));
  for (let i = 0; i < wanted; i++) {
    const place = join(into, i % 5 === 4 ? 'test' : i % 2 === 0 ? 'classic' : 'modern');
    mkdirSync(place, { recursive: true });
    const bytes = readFileSync(join(sample, names[i % names.length] ?? ''));
    writeFileSync(join(place, `${i}.jpg`), Buffer.concat([bytes, Buffer.from(String(i))]));
  }
}
