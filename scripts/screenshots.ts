// Makes the README's pictures: the production build with our own drawings, in Chromium. Run after `npm start` has
// built and prepared everything: `npm run screenshots`.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_ARGS } from '../tests/support/machine.ts';
import { findOrInstallChromium } from './lib/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = fileURLToPath(new URL('../docs', import.meta.url));
const PORT = 4197;

mkdirSync(docs, { recursive: true });
const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: await findOrInstallChromium(), args: CHROMIUM_ARGS });

async function openWithDrawings(page: Page): Promise<void> {
  // The talk's photos may be shown on the page, but not in a picture that we hand out.
  await page.route('**/samples/cars/*.jpg', (route) => route.fulfill({ status: 404 }));
  await page.goto(`http://localhost:${PORT}/`);
  await page.locator('html[data-ready="true"]').waitFor({ timeout: 60_000 });
  await page.locator('[data-samples]').click();
  await page.locator('[data-tray] [data-verdict]').nth(6).waitFor({ timeout: 60_000 });
  await page.locator('[data-training][data-photos="20"]').waitFor();
  // The notice about the drawings goes by itself after a while.
  await page.getByRole('button', { name: 'Dismiss' }).waitFor({ state: 'detached', timeout: 60_000 });
  await page.locator('[data-photo="drawn-test-2.png"]').click();
  await page.locator('[data-heatmap="ready"]').waitFor();
  await page.locator('[data-training][data-loo]').waitFor();
  // Away from everything that reacts to the mouse.
  await page.mouse.move(640, 60);
}

async function showHowGood(page: Page): Promise<void> {
  await page.locator('a[href="#how-good"]').click();
  await page.locator('[data-photo-map]').waitFor({ timeout: 60_000 });
  await page.setViewportSize({ width: 1280, height: 1100 });
  await page.locator('[data-how-good]').evaluate((section) => section.scrollIntoView());
  await page.mouse.move(640, 20);
  await page.screenshot({ path: `${docs}/how-good.png` });
  console.log('docs/how-good.png');
}

for (const { name, colorScheme, width, height } of [
  { name: 'page', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'page-dark', colorScheme: 'dark', width: 1280, height: 800 },
] as const) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await openWithDrawings(page);
  await page.screenshot({ path: `${docs}/${name}.png` });
  console.log(`docs/${name}.png`);
  if (colorScheme === 'light') await showHowGood(page);
  await context.close();
}

await browser.close();
await server.close();
