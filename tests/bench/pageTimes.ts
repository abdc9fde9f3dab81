// What a person waits for, measured on the production build: from opening to ready, from the drop to the last verdict.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../support/machine.ts';

export interface PageTimes {
  /** Milliseconds from navigation to a ready network, with an empty cache. */
  readonly ready: number;
  /** The same with what the first visit has left in the cache. */
  readonly warm: number;
  /** Milliseconds from the drop to the last tile. */
  readonly tiles: number;
  /** Milliseconds from dropping 27 photos to the last of 7 verdicts by the model of all 20. */
  readonly verdicts: number;
  /** The page's own median over nine photos that came one at a time: one worker, and nothing beside it. */
  readonly photoMs: number;
  readonly trainingMs: number;
}

/**
 * One fresh browser: a first visit, on which the talk's folder is dropped, and a second one with single photos.
 * @param others photos that are not in the folder
 */
export async function measurePage(
  address: string,
  backend: string,
  folder: string,
  others: readonly string[],
  args = CHROMIUM_ARGS,
): Promise<PageTimes> {
  const browser = await launch(args);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // tsx marks functions with a helper that a function sent into the page does not find there.
  await page.addInitScript('globalThis.__name = (f) => f');
  const ready = await visit(page, address, backend);

  await page.evaluate(watchForTheLastVerdict);
  const dropped = await page.evaluate(() => performance.now());
  await dropFolder(page, folder);
  const { tiles, verdicts } = await page.evaluate(() => (window as unknown as { seen: Promise<Seen> }).seen);
  const trainingMs = Number(await page.locator('[data-training]').getAttribute('data-ms'));
  const warm = await visit(page, address, backend);
  for (const other of others) {
    const tray = page.locator('[data-tray]');
    await tray.locator('input[type=file]').setInputFiles([other]);
    const name = basename(other);
    await page.locator(`[data-photo="${name}"][data-status="ready"]`).waitFor({ timeout: 60_000 });
  }
  const status = (await page.locator('footer').textContent()) ?? '';
  const photoMs = Number(/([\d.]+) ms a photo/.exec(status)?.[1]);
  await browser.close();
  return { ready, warm, tiles: tiles - dropped, verdicts: verdicts - dropped, photoMs, trainingMs };
}

/** @returns milliseconds until the network is ready */
async function visit(page: Page, address: string, backend: string): Promise<number> {
  const started = performance.now();
  await page.goto(`${address}/?backend=${backend}`);
  await page.locator('html[data-ready="true"]').waitFor({ timeout: 180_000 });
  return performance.now() - started;
}

interface Seen {
  readonly tiles: number;
  readonly verdicts: number;
}

/** Runs in the page, so that nothing is asked of it while it works. */
function watchForTheLastVerdict(): void {
  let tiles = 0;
  const seen = new Promise<Seen>((resolve) => {
    const look = () => {
      if (tiles === 0 && document.querySelectorAll('[data-photo]').length === 27) tiles = performance.now();
      const learned = document.querySelector('[data-training][data-status="ready"][data-photos="20"]');
      if (!learned || document.querySelectorAll('[data-verdict]').length < 7) return;
      observer.disconnect();
      resolve({ tiles, verdicts: performance.now() });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  Object.assign(window, { seen });
}

async function dropFolder(page: Page, folder: string): Promise<void> {
  if (readdirSync(folder).length === 0) throw new Error(`${folder} is empty`);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 300, data });
  }
}

const launch = (args: string[]): Promise<Browser> =>
  chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args,
  });
