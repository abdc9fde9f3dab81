// `npm run dev`: the page rebuilt at every change, for developing.

import { ensureDependencies } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { ensureModel } from './lib/preparedModel.mjs';
import { endChildrenOnSignal, runLoud, toolPath } from './lib/run.mjs';
import { ensureSamples } from './lib/samples.mjs';
import { checkPortIsFree, choosePort } from './lib/serve.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  checkNode();
  endChildrenOnSignal(0);
  const port = choosePort(5173);
  await checkPortIsFree(port, 'npm run dev');
  await ensureDependencies();
  await ensureModel();
  await ensureSamples();
  const vite = toolPath('vite', 'vite');
  process.exitCode = await runLoud(process.execPath, [vite, '--port', String(port), '--strictPort']);
});
