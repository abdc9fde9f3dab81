// What a visit costs: how much code the first screen waits for, and what is fetched by whom.

import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Bytes. What servers send compressed is counted so. */
const FIRST_SCREEN = 250_000;
const MODEL = 7_100_000;

test('the first screen takes at most 250 kB of code, TensorFlow.js is fetched by who needs it, the model once', async ({
  page,
}) => {
  const models: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.bin')) models.push(pathname);
  });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement.dataset.ready !== 'true') return;
      performance.mark('ready');
      observer.disconnect();
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  await page.goto('/');
  await expect(page.locator('[data-tray]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  // Nothing needs it: hosts that cannot send its headers serve the page as well.
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  // What the page itself has asked for; its workers ask for themselves. What comes once it is ready waits for nobody.
  const firstScreen = await page.evaluate(() => {
    const [{ startTime: ready } = { startTime: 0 }] = performance.getEntriesByName('ready');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < ready)
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js') && !path.includes('worker'));
  });
  expect(firstScreen.some((path) => path.includes('page'))).toBe(true);
  let bytes = 0;
  for (const path of firstScreen) {
    const code = await (await page.request.get(path)).body();
    bytes += gzipSync(code, { level: 9 }).length;
  }
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(FIRST_SCREEN);
  expect(new Set(models).size).toBe(models.length);
  const modelBytes = await page.evaluate(async () => {
    const manifest = (await (await fetch('models/inception-v1/manifest.json')).json()) as {
      weightsManifest: { paths: string[] }[];
    };
    const paths = manifest.weightsManifest.flatMap((group) => group.paths);
    const parts = paths.map(async (path) =>
      Number((await fetch(`models/inception-v1/${path}`)).headers.get('content-length')),
    );
    return (await Promise.all(parts)).reduce((sum, size) => sum + size, 0);
  });
  expect(modelBytes).toBeLessThan(MODEL);
});
