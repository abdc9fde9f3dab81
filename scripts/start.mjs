// `npm start`: from a fresh clone to the page in the browser.

import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { ensureModel } from './lib/preparedModel.mjs';
import { endChildrenOnSignal } from './lib/run.mjs';
import { ensureSamples } from './lib/samples.mjs';
import { checkPortIsFree, choosePort, serveBuild } from './lib/serve.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  checkNode();
  endChildrenOnSignal(0);
  const port = choosePort(4173);
  await checkPortIsFree(port, 'npm start');
  await ensureDependencies();
  await ensureModel();
  await ensureSamples();
  await ensureBuild();
  await serveBuild(port);
});
