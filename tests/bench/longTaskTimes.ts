// The main thread's tasks while many photos come in: by the clock, and by the processor's time, which other work on the
// machine changes less.

import type { CDPSession } from '@playwright/test';
import { dropFolder, visit, withPage } from './browser.ts';

export interface LongTaskTimes {
  /** Milliseconds from the drop to the first tiles, and until each photo has one. */
  readonly firstTile: number;
  readonly allTiles: number;
  /** Milliseconds: the longest tasks of the main thread, and how many were longer than 50. */
  readonly clock: Tasks;
  readonly processor: Tasks;
}

interface Tasks {
  readonly longest: readonly number[];
  readonly over50: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock and by the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** @param folder dropped on the page; `photos`: how many there are in it */
export async function measureLongTasks(
  address: string,
  folder: string,
  photos: number,
): Promise<LongTaskTimes> {
  return await withPage(async (page) => {
    await visit(page, address);
    await page.evaluate(watchForTiles, photos);
    const session = await page.context().newCDPSession(page);
    const events = await trace(session, async () => {
      await dropFolder(page, folder);
      await page.locator('[data-progress]').waitFor();
      await page.locator('[data-progress]').waitFor({ state: 'detached', timeout: 900_000 });
      await page.locator('[data-training][data-status="ready"][data-loo]').waitFor({ timeout: 120_000 });
      await page.waitForTimeout(2000);
    });
    const { drop, first, all } = await page.evaluate(
      () => (window as unknown as { tiles: Record<'drop' | 'first' | 'all', number> }).tiles,
    );
    const tasks = mainThreadTasks(events);
    return {
      firstTile: Math.round(first - drop),
      allTiles: Math.round(all - drop),
      clock: summary(tasks.map(({ dur }) => (dur ?? 0) / 1000)),
      processor: summary(tasks.map(({ tdur }) => (tdur ?? 0) / 1000)),
    };
  });
}

async function trace(session: CDPSession, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], recordMode: 'recordAsMuchAsPossible' },
  });
  await act();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** Of the page: the main thread that has worked most. */
function mainThreadTasks(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) =>
      events.filter(
        (event) =>
          event.ph === 'X' &&
          event.name === 'ThreadControllerImpl::RunTask' &&
          event.pid === pid &&
          event.tid === tid,
      ),
    );
  const work = (tasks: readonly TraceEvent[]) => tasks.reduce((sum, { tdur }) => sum + (tdur ?? 0), 0);
  return threads.sort((a, b) => work(b) - work(a))[0] ?? [];
}

function summary(milliseconds: readonly number[]): Tasks {
  const sorted = [...milliseconds].sort((a, b) => b - a);
  return { longest: sorted.slice(0, 5).map(Math.round), over50: sorted.filter((time) => time > 50).length };
}

/** Runs in the page. */
function watchForTiles(count: number): void {
  const tiles = { drop: 0, first: 0, all: 0 };
  Object.assign(window, { tiles });
  document.addEventListener('drop', () => Object.assign(tiles, { drop: performance.now() }), true);
  new MutationObserver(() => {
    const there = document.querySelectorAll('[data-photo]').length;
    if (there > 0 && tiles.first === 0) tiles.first = performance.now();
    if (there >= count && tiles.all === 0) tiles.all = performance.now();
  }).observe(document.body, { childList: true, subtree: true });
}
