// Puts the talk's car photos into public/samples/cars: `node scripts/prepare-samples.mjs [--from folder]`.

import { parseArgs } from 'node:util';
import { checkNode } from './lib/nodeVersion.mjs';
import { ensureSamples } from './lib/samples.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  checkNode();
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  if (!(await ensureSamples(values))) process.exitCode = 1;
});
