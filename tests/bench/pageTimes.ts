// What a person waits for, measured on the production build: from opening to ready, from the drop to the last verdict.

import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../support/machine.ts';
import { dropFolder, REST, visit, withPage } from './browser.ts';

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
 * One fresh browser: a first visit, a second one, on which the talk's folder is dropped, and a third with single photos.
 * @param others photos that are not in the folder
 */
export async function measurePage(
  address: string,
  folder: string,
  others: readonly string[],
): Promise<PageTimes> {
  return await withPage(async (page) => {
    const ready = await visit(page, address);
    const warm = await visit(page, address);
    // Its other workers are still starting in the moment in which it is ready.
    await page.waitForTimeout(REST);
    await page.evaluate(watchForTheLastVerdict);
    const dropped = await page.evaluate(() => performance.now());
    await dropFolder(page, folder);
    const { tiles, verdicts } = await page.evaluate(
      () => (window as unknown as { seen: Promise<Seen> }).seen,
    );
    const trainingMs = Number(await page.locator('[data-training]').getAttribute('data-ms'));
    await visit(page, address);
    const photoMs = await timeSinglePhotos(page, others);
    return { ready, warm, tiles: tiles - dropped, verdicts: verdicts - dropped, photoMs, trainingMs };
  });
}

export interface GpuTimes {
  /** As in `PageTimes`. */
  readonly ready: number;
  readonly photoMs: number;
}

/** On a machine without a GPU this is the processor in disguise, and takes up to 20 s a photo. */
export async function measureGpu(
  address: string,
  backend: 'webgl' | 'webgpu',
  photos: readonly string[],
): Promise<GpuTimes> {
  return await withPage(async (page) => {
    const ready = await visit(page, address, backend);
    return { ready, photoMs: await timeSinglePhotos(page, photos) };
  }, CHROMIUM_ARGS);
}

/** @returns the page's own median */
async function timeSinglePhotos(page: Page, photos: readonly string[]): Promise<number> {
  for (const photo of photos) {
    await page.locator('[data-tray] input[type=file]').setInputFiles([photo]);
    const name = basename(photo);
    await page.locator(`[data-photo="${name}"][data-status="ready"]`).waitFor({ timeout: 180_000 });
  }
  const status = (await page.locator('footer').textContent()) ?? '';
  return Number(/([\d.]+) ms a photo/.exec(status)?.[1]);
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
