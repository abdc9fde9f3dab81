// Makes the README's pictures: the production build with our own drawings, in Chromium. Run after `npm start` has
// built and prepared everything: `npm run screenshots`, or `npm run screenshots -- talk` for some of them.

import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_ARGS } from '../tests/support/machine.ts';
import { findOrInstallChromium } from './lib/chromium.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';

const PORT = 4197;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Where it begins, if not at the page; the drawings are there then. */
  readonly address?: string;
  /** From there to what is to be seen. */
  readonly show?: (page: Page) => Promise<void>;
}

/** By the name of the file in docs/. Another one is one line here. */
const PICTURES: Readonly<Record<string, Picture>> = {
  page: { width: 1280, height: 800 },
  'page-dark': { width: 1280, height: 800, colorScheme: 'dark' },
  'how-good': { width: 1280, height: 1100, show: showHowGood },
  inside: { width: 1280, height: 800, show: showInside },
  talk: { width: 1280, height: 720, show: showTalk },
  'how-it-works': { width: 900, height: 1280, address: 'how-it-works.html', show: showGap },
};

async function openWithDrawings(page: Page): Promise<void> {
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
  await page.locator('[data-how-good]').evaluate((section) => section.scrollIntoView());
  await page.mouse.move(640, 20);
}

async function showInside(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look inside' }).click();
  await page.locator('[data-stage-shown][data-status="ready"]').waitFor({ timeout: 60_000 });
}

async function showTalk(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await page.locator('[data-talk="empty"]').waitFor();
  await page.keyboard.press('5');
  await page.locator('[data-talk="tests"]').waitFor();
  await page.keyboard.press(' ');
  await page.locator('[data-talk] [data-reason]').waitFor();
}

async function showGap(page: Page): Promise<void> {
  // Photos that are not there give their places back; each is asked for when it comes near.
  await page.waitForFunction(() => {
    const photo = document.querySelector('[data-sample]');
    photo?.scrollIntoView();
    return photo === null;
  });
  await page.locator('[data-drawing="map"]').evaluate((drawing) => drawing.scrollIntoView());
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PICTURES));
if (unknown.length > 0) {
  throw new Error(`There is no picture ${unknown.join()}: choose from ${Object.keys(PICTURES).join(', ')}.`);
}
const server = await preview({ root: ROOT, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: await findOrInstallChromium(), args: CHROMIUM_ARGS });

for (const [name, picture] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { width, height, colorScheme = 'light', address, show } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // The talk's photos may be shown on the page, but not in a picture that we hand out.
  await page.route('**/samples/cars/*.jpg', (route) => route.fulfill({ status: 404 }));
  if (address === undefined) await openWithDrawings(page);
  else await page.goto(`http://localhost:${PORT}/${address}`);
  await show?.(page);
  await page.screenshot({ path: inRoot('docs', `${name}.png`) });
  console.log(`docs/${name}.png`);
  await context.close();
}

await browser.close();
await server.close();
