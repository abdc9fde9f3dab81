// Writes src/howItWorks/figures.json. Run by scripts/how-it-works.mjs, through Vite: the network's WebAssembly is built by it.

import { readFileSync, writeFileSync } from 'node:fs';
import { parseLabels } from '../../src/network/labels.ts';
import { howItWorksFigures } from './howItWorksFigures.ts';
import { inRoot } from './paths.mjs';
import { seeCars, seeOthers, startCarNetwork } from './seenCars.ts';

export async function writeHowItWorks(): Promise<void> {
  const names = parseLabels(readFileSync(inRoot('public/models/inception-v1/labels.txt'), 'utf8'));
  const network = await startCarNetwork();
  const figures = howItWorksFigures(await seeCars(network), await seeOthers(network), names);
  writeFileSync(inRoot('src/howItWorks/figures.json'), `${JSON.stringify(figures, null, 1)}\n`);
}
