// Works out the numbers of how-it-works.html anew, from the real weights and photos: `npm run how-it-works`. Needs ../shared
// and what `npm test` installs.

import { runnerImport } from 'vite';
import { kernelModules } from './lib/kernelModules.mjs';
import { inRoot } from './lib/paths.mjs';

/** @type {{ module: typeof import('./lib/writeHowItWorks.ts') }} */
const { module } = await runnerImport(inRoot('scripts/lib/writeHowItWorks.ts'), {
  configFile: false,
  plugins: [kernelModules()],
});
await module.writeHowItWorks();
console.log('src/howItWorks/figures.json');
