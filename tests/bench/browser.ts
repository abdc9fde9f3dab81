// What every measurement in a browser begins with: a fresh one, and a folder let fall on its page.

import { readdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions, QUIET_ARGS } from '../support/machine.ts';

/** Milliseconds after which what was begun before has come to an end. */
export const REST = 2000;

/**
 * @param args by default those of a browser as most people's is: what draws the page takes nothing from WebAssembly
 * @returns what `use` returns; the browser is closed whatever happens
 */
export async function withPage<Answer>(
  use: (page: Page, browser: Browser) => Promise<Answer>,
  args: readonly string[] = QUIET_ARGS,
): Promise<Answer> {
  const browser = await chromium.launch(launchOptions(args));
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      // It is set up after the first visit, and would be at it during what is measured next; to open the page with it takes
      // as long as without.
      serviceWorkers: 'block',
    });
    // tsx marks functions with a helper that a function sent into the page does not find there.
    await page.addInitScript('globalThis.__name = (f) => f');
    await page.addInitScript(noteWhenReady);
    return await use(page, browser);
  } finally {
    await browser.close();
  }
}

/**
 * @param address of a page that says by `data-ready="true"` on its root when it can take photos
 * @returns milliseconds from the beginning of the navigation until then, by the page's own clock
 */
export async function timeUntilReady(page: Page, address: string): Promise<number> {
  // A browser that has just been started is busy with itself; a person's is not.
  await page.waitForTimeout(REST);
  await page.goto(address);
  return await page.evaluate(() => (window as unknown as { readyAt: Promise<number> }).readyAt);
}

/** @returns as `timeUntilReady` */
export const visit = async (page: Page, address: string, backend = 'wasm'): Promise<number> =>
  await timeUntilReady(page, `${address}/?backend=${backend}`);

/** Runs in the page before its own code, so that nothing is asked of it while it works. */
function noteWhenReady(): void {
  const readyAt = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.documentElement?.dataset.ready !== 'true') return;
      observer.disconnect();
      resolve(performance.now());
    });
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-ready'] });
  });
  Object.assign(window, { readyAt });
}

/** The operating system's own events, as a person's mouse gives them. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  if (readdirSync(folder).length === 0) throw new Error(`${folder} is empty`);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 300, data });
  }
  await session.detach();
}
