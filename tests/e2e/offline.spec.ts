// After one visit the page needs no network any more, and a new version changes nothing under anybody's hands.

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import sirv from 'sirv';
import { bin, dist, photosOf, readyOffline, tray } from './support.ts';

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

test('weights that a cache has wrong are fetched anew; a sample photo that is not served is not missed', async ({
  page,
}) => {
  await page.route('**/samples/cars/cat-*', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
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

test.describe('a service worker of another kind', () => {
  const lookForUpdate = async () => void (await (await navigator.serviceWorker.ready).update());
  let server: Server;
  let address = '';
  let built = '';
  let code = '';

  test.beforeAll(async () => {
    const serve = sirv(dist, { dev: true, etag: true });
    built = readFileSync(`${dist}/sw.js`, 'utf8');
    server = createServer((request, response) => {
      if (request.url !== '/sw.js') return serve(request, response);
      response.setHeader('Content-Type', 'text/javascript');
      response.setHeader('Cache-Control', 'no-cache');
      response.end(code);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  test.beforeEach(() => {
    code = built;
  });

  test.afterAll(() => {
    server.close();
  });

  test('that is newer is offered, and comes when it is wanted', async ({ page, context }) => {
    await page.goto(address);
    await readyOffline(page);
    // From the second visit on the page comes from what is kept.
    await page.reload();
    await readyOffline(page);
    const other = await context.newPage();
    await other.goto(address);
    await readyOffline(other);
    for (const tab of [page, other]) await tab.evaluate(() => Object.assign(window, { isSamePage: true }));
    code = `${built}\n// another`;
    await page.evaluate(lookForUpdate);
    await expect(page.locator('[data-update]')).toContainText('A newer version of Binsight is there');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    await page.getByRole('button', { name: 'Open it now' }).click();
    await expect.poll(() => page.evaluate(() => 'isSamePage' in window).catch(() => true)).toBe(false);
    await ready(page);
    await expect(page.locator('[data-update]')).toHaveCount(0);
    // Another tab goes on as it was, and can follow.
    await expect(other.locator('[data-update]')).toBeVisible();
    expect(await other.evaluate(() => 'isSamePage' in window)).toBe(true);
  });

  test('whose cache fails costs no more than the way to the server', async ({ page }) => {
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

  test('that takes the service worker away leaves a page that comes from the server', async ({ page }) => {
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
