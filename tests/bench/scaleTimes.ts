// Hundreds and thousands of photos: how long until all are judged, and how much memory the page takes for them.

import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { dropFolder, visit, withPage } from './browser.ts';

export interface ScaleTimes {
  readonly photos: number;
  /** Milliseconds from the drop until the last photo is featurized, and until the page knows how good it is at them. */
  readonly featurized: number;
  readonly evaluated: number;
  /** Bytes that the page's process held before the drop, at most, and at the end; null where Linux doesn't tell. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number } | null;
  /** Bytes of the page's own objects at the end, without workers, after a collection. */
  readonly heap: number;
}

export async function measureScale(address: string, folder: string, photos: number): Promise<ScaleTimes> {
  return await withPage(async (page, browser) => {
    await visit(page, address);
    const before = await pageMemory(browser);
    const start = performance.now();
    await dropFolder(page, folder);
    await page.locator('[data-progress]').waitFor();
    await page.locator('[data-progress]').waitFor({ state: 'detached', timeout: 1_200_000 });
    const featurized = performance.now() - start;
    const inBins = photos - Math.floor(photos / 5);
    await page
      .locator(`[data-training][data-status="ready"][data-photos="${inBins}"][data-loo]`)
      .waitFor({ timeout: 300_000 });
    const evaluated = performance.now() - start;
    await page.waitForTimeout(2000);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const after = await pageMemory(browser);
    return {
      photos,
      featurized,
      evaluated,
      memory: before && after ? { before: before.now, most: after.most, after: after.now } : null,
      heap: usedSize,
    };
  });
}

/** Bytes of the largest renderer: the page with its workers. */
async function pageMemory(browser: Browser): Promise<{ now: number; most: number } | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const sizes = renderers.map((id) => {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const bytes = (name: string) =>
        1024 * Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0);
      return { now: bytes('VmRSS'), most: bytes('VmHWM') };
    } catch {
      return { now: 0, most: 0 };
    }
  });
  const [largest] = sizes.sort((a, b) => b.now - a.now);
  return largest && largest.now > 0 ? largest : null;
}
