// What saving costs a person with 500 photos: the main thread's work per change, and the wait after a reload. Measured on
// the production build; the photos and what is known of them are put straight into the browser's database.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { withPage } from './browser.ts';
import { spreadOf } from './statistics.ts';

export interface SavingTimes {
  /** Milliseconds from navigation to the last of 500 tiles, and until all on the screen have their pictures. */
  readonly tiles: number;
  readonly pictures: number;
  /** Of the main thread: milliseconds of all its tasks per change, with saving and with a disk that takes nothing. */
  readonly change: Readonly<Record<Change, Work>>;
}

type Change = 'rename' | 'remove' | 'undo';

interface Work {
  readonly saving: number;
  readonly without: number;
  /** The longest task: milliseconds; 50 and less are not told apart. */
  readonly longest: number;
  readonly longestWithout: number;
}

const PHOTOS = 500;
/** Bytes: an ordinary photo from the web. */
const PHOTO_BYTES = 100_000;
const REPEATS = 5;

/** @param photo path of a small JPEG, which is filled up to 100 kB, each with bytes of its own */
export async function measureSaving(address: string, photo: string): Promise<SavingTimes> {
  return await withPage((page) => measure(page, address, photo));
}

async function measure(page: Page, address: string, photo: string): Promise<SavingTimes> {
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    Object.assign(window, { takesNothing: false, longest: 0 });
    IDBDatabase.prototype.transaction = function (
      this: IDBDatabase,
      ...args: Parameters<typeof transaction>
    ) {
      if (args[1] === 'readwrite' && (window as unknown as { takesNothing: boolean }).takesNothing) {
        throw new DOMException('The disk takes nothing', 'UnknownError');
      }
      return transaction.apply(this, args);
    } as typeof transaction;
    new PerformanceObserver((list) => {
      const seen = window as unknown as { longest: number };
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.goto(address);
  await page.locator('html[data-ready="true"]').waitFor({ timeout: 180_000 });
  await page.locator('[data-bin="classic"] input[type=file]').setInputFiles(photo);
  await page.locator('[data-photo][data-status="ready"]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
  await page.goto(`${address}/favicon.svg`);
  const bytes = readFileSync(photo).toString('base64');
  await page.evaluate(fillDatabase, { bytes, count: PHOTOS, size: PHOTO_BYTES });

  // Warm: the second visit finds the page's code and the network's weights in the browser's cache.
  await page.goto(address);
  await page
    .locator('[data-photo][data-status="ready"]')
    .nth(PHOTOS - 1)
    .waitFor({ timeout: 60_000 });
  await page.addInitScript(watchForTiles, PHOTOS);
  await page.reload();
  const { tiles, pictures } = await page.evaluate(
    () => (window as unknown as { seen: Promise<{ tiles: number; pictures: number }> }).seen,
  );
  await page.locator('[data-training][data-status="ready"]').waitFor({ timeout: 120_000 });
  await quiet(page);

  const change: Record<string, Work> = {};
  const measured = { rename: [], remove: [], undo: [] } as Record<Change, Cost[]>;
  const plain = { rename: [], remove: [], undo: [] } as Record<Change, Cost[]>;
  for (const takesNothing of [false, true]) {
    await page.evaluate((value) => Object.assign(window, { takesNothing: value }), takesNothing);
    const into = takesNothing ? plain : measured;
    for (let i = 0; i <= REPEATS; i++) {
      const name = page.getByRole('textbox', { name: 'Name of the project' });
      await name.fill(`Five hundred ${i} ${takesNothing}`);
      into.rename.push(await cost(page, () => name.press('Enter')));
      await page.locator('[data-bin="classic"] [data-photo]').first().click();
      await quiet(page);
      into.remove.push(await cost(page, () => page.keyboard.press('Delete')));
      into.undo.push(await cost(page, () => page.keyboard.press('Control+z')));
    }
  }
  for (const kind of ['rename', 'remove', 'undo'] as const) {
    // The first one warms up.
    const [saving, without] = [measured[kind].slice(1), plain[kind].slice(1)];
    change[kind] = {
      saving: spreadOf(saving.map(({ work }) => work)).median,
      without: spreadOf(without.map(({ work }) => work)).median,
      longest: Math.max(...saving.map(({ longest }) => longest)),
      longestWithout: Math.max(...without.map(({ longest }) => longest)),
    };
  }
  return { tiles, pictures, change: change as SavingTimes['change'] };
}

interface Cost {
  readonly work: number;
  readonly longest: number;
}

/** The main thread's work from an act until nothing has happened for a while. */
async function cost(page: Page, act: () => Promise<void>): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.evaluate(() => Object.assign(window, { longest: 0 }));
  const before = await taskSeconds();
  await act();
  await quiet(page);
  const work = ((await taskSeconds()) - before) * 1000;
  await session.detach();
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  return { work, longest };
}

/** Learning and saving are over. */
async function quiet(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
  await page.locator('[data-training]:not([data-status="training"])').waitFor();
  await page.waitForTimeout(200);
}

/** Runs in the page. */
function watchForTiles(count: number): void {
  const seen = new Promise((resolve) => {
    let tiles = 0;
    const look = () => {
      const photos = document.querySelectorAll('[data-photo]').length;
      if (tiles === 0 && photos === count) tiles = performance.now();
      const onScreen = [...document.querySelectorAll('[data-photo]')].filter((photo) => {
        const { top, bottom } = photo.getBoundingClientRect();
        const list = photo.closest('[role="grid"]')?.getBoundingClientRect();
        return bottom > (list?.top ?? 0) && top < Math.min(list?.bottom ?? 0, innerHeight);
      });
      const isShown = (photo: Element) => (photo.querySelector('img')?.naturalWidth ?? 0) > 0;
      if (tiles > 0 && onScreen.every(isShown)) resolve({ tiles, pictures: performance.now() });
      else setTimeout(look, 20);
    };
    look();
  });
  Object.assign(window, { seen });
}

/** Runs in a page of the site without our code: the one photo that is saved becomes many. */
export async function fillDatabase(wanted: { bytes: string; count: number; size: number }): Promise<void> {
  const original = Uint8Array.from(atob(wanted.bytes), (letter) => letter.charCodeAt(0));
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('binsight');
    request.onsuccess = () => resolve(request.result);
  });
  const stores = ['projects', 'files', 'pictures', 'features'];
  const first = <T>(name: string): Promise<T> =>
    new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result[0]);
    });
  type Project = { photos: object[]; bins: { id: string }[] };
  const project = await first<Project>('projects');
  const picture = await first<object>('pictures');
  const features = await first<Record<'logits' | 'pool5' | 'inception_4d', Float32Array>>('features');
  const photos = [];
  for (let i = 0; i < wanted.count; i++) {
    const bytes = new Uint8Array(wanted.size);
    crypto.getRandomValues(bytes.subarray(original.length, original.length + 60_000));
    bytes.set(original);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const key = `photo-${i}`;
    const place = i % 5 === 4 ? 'tray' : (project.bins[i % 2]?.id ?? 'tray');
    photos.push({ key, name: `${key}.jpg`, place, sha256 });
    // Each a little different, the bins apart.
    const vary = (values: Float32Array) => values.map((value, j) => value + Math.sin(i * j) + (i % 2));
    const { logits, pool5, inception_4d } = features;
    const varied = { logits: vary(logits), pool5: vary(pool5), inception_4d: vary(inception_4d) };
    const transaction = database.transaction(stores, 'readwrite');
    transaction.objectStore('files').put(new Blob([bytes], { type: 'image/jpeg' }), key);
    transaction.objectStore('pictures').put({ ...picture, sha256 });
    transaction.objectStore('features').put({ ...features, ...varied, sha256 });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
  }
  const last = database.transaction('projects', 'readwrite');
  last.objectStore('projects').put({ ...project, photos });
  await new Promise((resolve) => {
    last.oncomplete = resolve;
  });
  database.close();
}
