// After one visit the page needs no network any more, and a new version changes nothing under anybody's hands.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import sirv from 'sirv';
import { bin, dist, photosOf, readyOffline, tray } from './support.ts';
import { take } from './takenFiles.ts';

test.use({ serviceWorkers: 'allow' });

const ready = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });

test('after one visit all of it works without a network', async ({ page, context }) => {
  await page.goto('/');
  await readyOffline(page);
  await context.setOffline(true);
  await page.goto('/?backend=wasm');
  await ready(page);
  await readyOffline(page);
  await page.locator('[data-samples]').click();
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(10);
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(7, { timeout: 60_000 });
  // What is fetched only by who looks for it, too.
  await page.locator('[data-how-good]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-how-good] table').first()).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.locator('dialog[data-talk]')).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.locator('dialog[data-talk] [data-class]').first()).toHaveAttribute(
    'data-class',
    /tabby|cat/,
  );
});

/** A built file's path, by the beginning of its name. */
const builtFile = (name: string): string => {
  const found = readdirSync(`${dist}/assets`).find((file) => file.startsWith(name) && file.endsWith('.js'));
  if (!found) throw new Error(`there is no ${name} in assets/`);
  return `/assets/${found}`;
};

test.describe('on a server', () => {
  const lookForUpdate = async () => void (await (await navigator.serviceWorker.ready).update());
  const markPage = () => void Object.assign(window, { isSamePage: true });
  const isMarked = () => 'isSamePage' in window;
  /** Takes the newer version; the former page answers for some seconds more. */
  const openNow = async (page: Page) => {
    await page.evaluate(markPage);
    await page.getByRole('button', { name: 'Open it now' }).click();
    await expect.poll(() => page.evaluate(isMarked).catch(() => true)).toBe(false);
    await ready(page);
  };
  const talk = (page: Page) => page.locator('dialog[data-talk]');
  let server: Server;
  let address = '';
  let built = '';
  /** Of the service worker. */
  let code = '';
  /** What it answers instead of the built file: a status, or bytes. */
  let odd: (request: IncomingMessage) => number | string | Buffer | undefined;

  test.beforeAll(async () => {
    const serve = sirv(dist, { dev: true, etag: true });
    built = readFileSync(`${dist}/sw.js`, 'utf8');
    server = createServer((request, response) => {
      const answer = request.url === '/sw.js' ? code : odd(request);
      if (answer === undefined) return serve(request, response);
      if (typeof answer === 'number') return response.writeHead(answer).end();
      const isCode = request.url?.endsWith('.js');
      response.setHeader('Content-Type', isCode ? 'text/javascript' : 'application/octet-stream');
      // As the page is served: what is in assets/ may be kept by the browser for a year.
      const isAsset = request.url?.startsWith('/assets/');
      response.setHeader('Cache-Control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.end(answer);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  test.beforeEach(() => {
    code = built;
    odd = () => undefined;
  });

  test.afterAll(() => {
    server.close();
  });

  test('a first visit that is ready needs it no more, also for code that nobody has asked for yet', async ({
    page,
  }) => {
    await page.goto(address);
    await readyOffline(page);
    await expect(page.locator('[data-update]')).toHaveCount(0);
    odd = () => 404;
    await page.keyboard.press('t');
    await expect(talk(page)).toBeVisible();
  });

  test('a newer version is offered, and comes when it is wanted', async ({ page, context }) => {
    await page.goto(address);
    await readyOffline(page);
    // From the second visit on the page comes from what is kept.
    await page.reload();
    await readyOffline(page);
    const other = await context.newPage();
    await other.goto(address);
    await readyOffline(other);
    for (const tab of [page, other]) await tab.evaluate(markPage);
    code = `${built}\n// another`;
    // Somebody comes back to the page.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.locator('[data-update]')).toContainText('A newer version of Binsight is there');
    expect(await page.evaluate(isMarked)).toBe(true);
    await openNow(page);
    await expect(page.locator('[data-update]')).toHaveCount(0);
    // Another tab goes on as it was, and can follow.
    await expect(other.locator('[data-update]')).toBeVisible();
    expect(await other.evaluate(isMarked)).toBe(true);
  });

  test('a newer version that is put off is offered again, and comes once every tab is closed', async ({
    page,
    context,
  }) => {
    const offer = page.locator('[data-update]');
    await page.goto(address);
    await readyOffline(page);
    code = `${built}\n// another`;
    await page.evaluate(lookForUpdate);
    await expect(offer).toContainText('once every tab with Binsight has been closed');
    await page.getByRole('button', { name: 'Later' }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await expect(offer).toBeVisible();
    await page.close();
    await expect(async () => {
      const next = await context.newPage();
      await next.goto(address);
      const isWaiting = () => navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null);
      const waits = await next.evaluate(isWaiting);
      await next.close();
      expect(waits).toBe(false);
    }).toPass();
  });

  test('a newer version opened in one tab leaves another all of the code that it has not used yet', async ({
    page,
    context,
  }, testInfo) => {
    const former = ['TalkMode-', 'packer.worker-'].map(builtFile);
    const renewed = (file: string) => file.replace(/-[^-]+\.js$/, '-renewed.js');
    const keptFormer = async (tab: Page) =>
      await tab.evaluate(async (paths) => {
        const found = await Promise.all(paths.map((path) => caches.match(path)));
        return found.filter(Boolean).length;
      }, former);
    // A first visit, and one that comes from what was kept.
    const other = await context.newPage();
    await other.goto(address);
    await readyOffline(other);
    await page.goto(address);
    await readyOffline(page);
    odd = ({ url = '' }) => {
      if (former.includes(url)) return 404;
      const was = former.find((file) => renewed(file) === url);
      return was ? readFileSync(dist + was) : undefined;
    };
    code = former.reduce((text, file) => text.replaceAll(file.slice(1), renewed(file).slice(1)), built);
    await page.evaluate(lookForUpdate);
    await openNow(page);
    await expect(other.locator('[data-update]')).toBeVisible();
    await readyOffline(page);
    await other.keyboard.press('t');
    await expect(talk(other)).toBeVisible();
    await other.keyboard.press('Escape');
    // It has put the cars into the project, which can be taken away now.
    await expect(photosOf(tray(other))).toHaveCount(7);
    await take(other, 'project', testInfo.outputPath());
    expect(await keptFormer(other)).toBe(2);
    // Nobody needs the former code once that tab is gone.
    await other.close();
    await page.reload();
    await readyOffline(page);
    await expect.poll(() => keptFormer(page)).toBe(0);
  });

  test('weights that a cache has wrong are fetched anew; a sample photo that is not served is not missed', async ({
    page,
  }) => {
    odd = ({ url }) => (url?.startsWith('/samples/cars/cat-') ? 404 : undefined);
    await page.goto(address);
    await readyOffline(page);
    await page.evaluate(async () => {
      const cache = await caches.open('binsight-kept');
      const shard = (await cache.keys()).find(({ url }) => url.endsWith('.bin'));
      if (!shard) throw new Error('no weights are kept');
      const bytes = new Uint8Array((await (await cache.match(shard))?.arrayBuffer()) as ArrayBuffer);
      bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      await cache.put(shard, new Response(bytes));
    });
    await page.reload();
    await ready(page);
  });

  test('a sample photo or its list that comes wrong is not kept, and nothing is ready until it comes right', async ({
    page,
  }) => {
    const wrong = readdirSync(`${dist}/samples/cars`).find((file) => file.startsWith('classic-'));
    odd = ({ url = '' }) => {
      if (url.endsWith('/photos.json')) return '<!doctype html><title>Please sign in</title>';
      return url.endsWith(`/${wrong}`) ? 'no photo' : undefined;
    };
    const kept = () =>
      page.evaluate(async () =>
        (await (await caches.open('binsight-kept')).keys()).map(({ url }) => url.replace(/.*\//, '')),
      );
    await page.goto(address);
    // Two parts of the weights and 27 photos.
    await expect.poll(async () => (await kept()).length, { timeout: 60_000 }).toBe(29);
    expect(await kept()).not.toContain(wrong);
    expect(await kept()).not.toContain('photos.json');
    await expect(page.locator('[data-offline="ready"]')).toHaveCount(0);
    odd = () => undefined;
    // What an earlier version kept without a look at it.
    await page.evaluate(async (file) => {
      const cache = await caches.open('binsight-kept');
      await cache.put(`samples/cars/${file}`, new Response('no photo'));
      await cache.put('samples/cars/photos.json', new Response('<!doctype html>'));
    }, wrong);
    await page.reload();
    await ready(page);
    await page.locator('[data-samples]').click();
    await expect(photosOf(bin(page, 'classic'))).toHaveCount(10);
    await expect(page.locator('[data-notice="drawn-samples"]')).toHaveCount(0);
    await readyOffline(page);
    expect(await kept()).toHaveLength(31);
  });

  test('code that comes cut short is not kept', async ({ page, context }) => {
    const chunk = builtFile('TalkMode-');
    const cut = readFileSync(dist + chunk).subarray(0, 1000);
    let asked = 0;
    odd = ({ url }) => {
      if (url !== chunk) return undefined;
      asked++;
      return cut;
    };
    const workers = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await page.goto(address);
    await expect.poll(() => asked, { timeout: 60_000 }).toBe(2);
    await expect.poll(workers).toBe(0);
    await expect(page.locator('[data-offline="ready"]')).toHaveCount(0);
    // At the next visit the browser's own cache still has it wrong.
    odd = () => undefined;
    await page.reload();
    await readyOffline(page);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await page.keyboard.press('t');
    await expect(talk(page)).toBeVisible();
  });

  test('a service worker whose cache fails costs no more than the way to the server', async ({ page }) => {
    code = `caches.open = async (name) => {
      if (name === 'binsight-kept') throw new Error('the disk is damaged');
      return await CacheStorage.prototype.open.call(caches, name);
    };\n${built}`;
    await page.goto(address);
    await readyOffline(page);
    await page.reload();
    await ready(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  });

  test('one that takes the service worker away leaves a page that comes from the server', async ({
    page,
  }) => {
    await page.goto(address);
    await readyOffline(page);
    code = readFileSync(new URL('../../docs/no-service-worker/sw.js', import.meta.url), 'utf8');
    await page.evaluate(lookForUpdate);
    const left = async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      pages: (await caches.keys()).filter((name) => name.includes('precache')).length,
    });
    await expect.poll(() => page.evaluate(left)).toEqual({ workers: 0, pages: 0 });
    await page.reload();
    await ready(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    // It comes again with each visit, and goes again.
    await expect.poll(() => page.evaluate(left), { timeout: 20_000 }).toEqual({ workers: 0, pages: 0 });
    await expect(page.locator('[data-offline="ready"]')).toHaveCount(0);
  });
});
