// End-to-end tests: what a person does, on the production build, in the Chromium that `npm test` found.

import { defineConfig } from '@playwright/test';
import { launchOptions, QUIET_ARGS } from './tests/support/machine.ts';

// `npm test` passes a free port, so that neither a running `npm start` nor another test run is in the way.
const port = Number(process.env.BINSIGHT_E2E_PORT ?? 4199);

export default defineConfig({
  testDir: 'tests/e2e',
  // The network in WebAssembly takes one core a page.
  workers: 2,
  // Several times what they take on a quiet machine.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    // Answers that a test makes up are the server's; offline.spec.ts allows it.
    serviceWorkers: 'block',
    // To record every step takes a third of the time; `npm test -- e2e --trace retain-on-failure` does when needed.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    // Without a GPU in software, which would take the network half of the processor.
    launchOptions: launchOptions(QUIET_ARGS),
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
