// What a person waits for, measured on the production build: from opening to ready, from the drop to the last verdict.

import { readdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../support/machine.ts';

export interface PageTimes {
  /** Milliseconds from navigation to a ready network, with an empty cache. */
  readonly ready: number;
  /** Milliseconds from the drop to the last tile. */
  readonly tiles: number;
  /** Milliseconds from dropping 27 photos to the last of 7 verdicts by the model of all 20. */
  readonly verdicts: number;
  /** The page's own median over the last photos. */
  readonly photoMs: number;
  readonly trainingMs: number;
}

/** One fresh browser, one visit, the talk's folder dropped on it. */
export async function measurePage(
  address: string,
  backend: string,
  folder: string,
  args = CHROMIUM_ARGS,
): Promise<PageTimes> {
  const browser = await launch(args);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // tsx marks functions with a helper that a function sent into the page does not find there.
  await page.addInitScript('globalThis.__name = (f) => f');
  const started = performance.now();
  await page.goto(`${address}/?backend=${backend}`);
  await page.locator('html[data-ready="true"]').waitFor({ timeout: 180_000 });
  const ready = performance.now() - started;

  await page.evaluate(watchForTheLastVerdict);
  const dropped = await page.evaluate(() => performance.now());
  await dropFolder(page, folder);
  const { tiles, verdicts } = await page.evaluate(() => (window as unknown as { seen: Promise<Seen> }).seen);
  const trainingMs = Number(await page.locator('[data-training]').getAttribute('data-ms'));
  const status = (await page.locator('footer').textContent()) ?? '';
  const photoMs = Number(/([\d.]+) ms a photo/.exec(status)?.[1]);
  await browser.close();
  return { ready, tiles: tiles - dropped, verdicts: verdicts - dropped, photoMs, trainingMs };
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
