// What every measurement in a browser begins with: a fresh one, and a folder let fall on its page.

import { readdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions, QUIET_ARGS } from '../support/machine.ts';

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
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // tsx marks functions with a helper that a function sent into the page does not find there.
    await page.addInitScript('globalThis.__name = (f) => f');
    return await use(page, browser);
  } finally {
    await browser.close();
  }
}

/** @returns milliseconds until the network is ready */
export async function visit(page: Page, address: string, backend = 'wasm'): Promise<number> {
  const started = performance.now();
  await page.goto(`${address}/?backend=${backend}`);
  await page.locator('html[data-ready="true"]').waitFor({ timeout: 180_000 });
  return performance.now() - started;
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
