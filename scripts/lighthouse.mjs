// `npm run lighthouse`: the production build, served with compression as any host does, measured by Lighthouse. Fails below
// the least scores that it shall have.

import { ensureBuild } from './lib/build.mjs';
import { findOrInstallChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { loadLighthouse, measure } from './lib/lighthouse.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { ensureModel } from './lib/preparedModel.mjs';
import { endChildrenOnSignal } from './lib/run.mjs';
import { ensureSamples } from './lib/samples.mjs';
import { fail, main } from './lib/step.mjs';

const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const PAGES = ['', 'how-it-works.html', 'privacy.html'];
const RUNS = 3;
const FOLDER = inRoot('tests/lighthouse');

await main(async () => {
  checkNode();
  endChildrenOnSignal(130);
  await ensureDependencies();
  await ensureDependencies({ name: 'Lighthouse', folder: FOLDER });
  const chromePath = await findOrInstallChromium();
  if (!(await ensureModel())) fail('There are no weights to start the page with.', 'See above.');
  await ensureSamples();
  await ensureBuild();

  const { preview } = await import('vite');
  const tools = await loadLighthouse(FOLDER);
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    configLoader: 'runner',
    preview: { port: 4196, strictPort: true, host: '127.0.0.1' },
    plugins: [
      {
        name: 'compression',
        enforce: 'pre',
        configurePreviewServer({ middlewares }) {
          middlewares.use(tools.compression());
        },
      },
    ],
  });
  const base = 'http://127.0.0.1:4196/';
  const low = [];
  const columns = [
    'page',
    'as',
    ...Object.keys(LEAST),
    'performance as measured',
    'FCP',
    'LCP',
    'TBT',
    'CLS',
    'SI',
  ];
  console.log(`\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`);
  for (const page of PAGES) {
    for (const preset of /** @type {const} */ (['mobile', 'desktop'])) {
      const options = { address: `${base}${page}`, preset, runs: RUNS, chromePath };
      const { scores, asMeasured, times, faults } = await measure(tools, options);
      const name = page || 'index.html';
      const shown = Object.keys(LEAST).map((category) => scores[category]);
      console.log(`| ${name} | ${preset} | ${[...shown, asMeasured, ...times].join(' | ')} |`);
      const lower = Object.entries(LEAST).filter(([category, least]) => (scores[category] ?? 0) < least);
      if (lower.length === 0) continue;
      for (const [category, least] of lower) {
        low.push(`${name} on ${preset}: ${category} is ${scores[category]}, not ${least}.`);
      }
      low.push(...faults);
    }
  }
  await server.close();
  for (const line of low) console.error(line);
  if (low.length > 0) fail('Lighthouse finds the page wanting, as said above.', 'Mend what it names.');
});
