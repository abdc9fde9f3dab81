// What a person waits for, measured on the production build: from opening to ready, from the drop to the last verdict.

import { basename } from 'node:path';
import { CHROMIUM_ARGS, QUIET_ARGS } from '../support/machine.ts';
import { dropFolder, visit, withPage } from './browser.ts';

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
): Promise<PageTimes> {
  const args = backend === 'wasm' ? QUIET_ARGS : CHROMIUM_ARGS;
  return await withPage(async (page) => {
    const ready = await visit(page, address, backend);
    await page.evaluate(watchForTheLastVerdict);
    const dropped = await page.evaluate(() => performance.now());
    await dropFolder(page, folder);
    const { tiles, verdicts } = await page.evaluate(
      () => (window as unknown as { seen: Promise<Seen> }).seen,
    );
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
    return { ready, warm, tiles: tiles - dropped, verdicts: verdicts - dropped, photoMs, trainingMs };
  }, args);
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
