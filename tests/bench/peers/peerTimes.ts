// What a person would wait for with onnxruntime-web.

import { timeUntilReady, withPage } from '../browser.ts';

export interface PeerTimes {
  /** Milliseconds from navigation to the end of the first run, with an empty cache. */
  readonly ready: number;
  /** Of the network alone, 27 photos one after another. */
  readonly photos27: number;
  /** Of a single photo: the median of those 27. */
  readonly photo: number;
}

export async function measurePeer(address: string, threads: number): Promise<PeerTimes> {
  return await withPage(async (page) => {
    const ready = await timeUntilReady(page, `${address}/?threads=${threads}`);
    const times = await page.evaluate(() =>
      (window as unknown as { timeRuns: () => Promise<number[]> }).timeRuns(),
    );
    const sorted = [...times].sort((a, b) => a - b);
    return {
      ready,
      photos27: times.reduce((sum, time) => sum + time, 0),
      photo: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    };
  });
}
