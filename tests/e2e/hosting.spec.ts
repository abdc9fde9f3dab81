// Wherever the page is served from, it works, and asks nobody else for anything.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, expect, test } from '@playwright/test';
import sirv from 'sirv';
import { checkHeaders } from '../../scripts/lib/checkHeaders.mjs';
import { launchOptions, QUIET_ARGS } from '../support/machine.ts';
import { bin, dist, dropPaths, fixture, openReady, photo, photosOf, readyOffline, tray } from './support.ts';
import { watchedContext } from './watcher.ts';

const PLACE = '/some/path/';
const ELSEWHERE = 'http://elsewhere.example/';

/** As the plainest static host: no headers of ours, the page somewhere below its root, and nothing beside it. */
async function servePlainly(): Promise<{ address: string; host: string; close(): void }> {
  const serve = sirv(dist, { dev: true, etag: true });
  const server = createServer((request, response) => {
    if (request.url?.startsWith(PLACE)) {
      request.url = request.url.slice(PLACE.length - 1);
      serve(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: `http://${host}${PLACE}`, host, close: () => server.close() };
}

test('on a plain host, below its root, all of it works, also offline, and no request leaves for anywhere else', async ({
  browser,
}) => {
  const host = await servePlainly();
  const { context, elsewhere, close } = await watchedContext(browser, host.host);
  const requests: { url: string; method: string; body: number }[] = [];
  context.on('request', (request) =>
    requests.push({
      url: request.url(),
      method: request.method(),
      body: request.postDataBuffer()?.length ?? 0,
    }),
  );
  const page = await context.newPage();
  await openReady(page, host.address);
  await page.locator('[data-samples]').click();
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(7, { timeout: 60_000 });
  await dropPaths(page, [fixture('plain.jpg')], tray(page));
  await photo(page, 'plain.jpg').click();
  await expect(page.locator('[data-heatmap="ready"]')).toBeVisible();
  await page.locator('[data-how-good]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-how-good] table').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.locator('[data-export="project"]').press('Enter');
  expect((await download).suggestedFilename()).toContain('.binsight.zip');
  await readyOffline(page);

  await context.setOffline(true);
  await page.goto(`${host.address}?backend=wasm`);
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(10);
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(8, { timeout: 60_000 });
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: '0 photos uploaded' }).click();
  const about = await opened;
  await expect(about.getByRole('heading', { name: 'No photo leaves your browser' })).toBeVisible();
  await context.setOffline(false);

  expect(requests.some(({ url }) => url.endsWith('.bin'))).toBe(true);
  for (const { url, method, body } of requests) {
    expect(url.startsWith(host.address) || /^(blob|data):/.test(url), url).toBe(true);
    expect(method, url).toBe('GET');
    expect(body, url).toBe(0);
  }
  expect(elsewhere).toEqual([]);

  // Whoever did ask would have been seen: on such a host workers have no policy, and the page has its own.
  const ask = (from: string) => fetch(from).catch(() => undefined);
  const [worker] = page.workers();
  const [serviceWorker] = context.serviceWorkers();
  await worker?.evaluate(ask, `${ELSEWHERE}worker`);
  await serviceWorker?.evaluate(ask, `${ELSEWHERE}service-worker`);
  await page.evaluate(ask, `${ELSEWHERE}page`);
  expect(elsewhere).toEqual([`${ELSEWHERE}worker`, `${ELSEWHERE}service-worker`]);
  await close();
  host.close();
});

test('a server that sends the headers lets nobody ask elsewhere, and no text become code', async ({
  browser,
  baseURL,
}) => {
  expect((await checkHeaders(`${baseURL}/`)).faults).toEqual([]);
  const { context, elsewhere, close } = await watchedContext(browser, new URL(`${baseURL}`).host);
  const page = await context.newPage();
  const broken: string[] = [];
  await page.exposeFunction('noteBroken', (rule: string) => broken.push(rule));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (window as unknown as { noteBroken(rule: string): void }).noteBroken(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      ),
    ),
  );
  await openReady(page, `${baseURL}/`);
  await readyOffline(page);
  expect(broken).toEqual([]);

  const ask = (address: string) =>
    fetch(address).then(
      () => 'answered',
      ({ name }: Error) => name,
    );
  const [worker] = page.workers();
  const [serviceWorker] = context.serviceWorkers();
  expect([
    await page.evaluate(ask, ELSEWHERE),
    await worker?.evaluate(ask, ELSEWHERE),
    await serviceWorker?.evaluate(ask, ELSEWHERE),
  ]).toEqual(['TypeError', 'TypeError', 'TypeError']);
  expect(elsewhere).toEqual([]);

  const refused = await page.evaluate(async () => {
    // Until then, what runs is the test's own code, for which there is no rule.
    await new Promise((later) => setTimeout(later));
    const attempt = (act: () => unknown) => {
      try {
        act();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      html: attempt(() => {
        document.createElement('p').innerHTML = '<b>text</b>';
      }),
      // biome-ignore lint/security/noGlobalEval: what is tried is that it is refused
      code: attempt(() => eval('1')),
      worker: attempt(() => new Worker('./examples/embed/main.js')),
    };
  });
  expect(refused).toEqual({ html: 'TypeError', code: 'EvalError', worker: 'TypeError' });
  await close();
});

test('a camera may be asked for and its picture shown, under the same policy; a microphone may not', async ({
  baseURL,
}) => {
  const fakes = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const browser = await chromium.launch(launchOptions([...QUIET_ARGS, ...fakes]));
  const page = await browser.newPage();
  await page.goto(`${baseURL}/privacy.html`);
  const seen = await page.evaluate(async () => {
    const { mediaDevices } = navigator;
    const video = document.createElement('video');
    video.srcObject = await mediaDevices.getUserMedia({ video: true });
    await video.play();
    const picture = await createImageBitmap(video);
    const sound = await mediaDevices.getUserMedia({ audio: true }).catch(({ name }: Error) => name);
    return { width: picture.width, sound };
  });
  expect(seen.width).toBeGreaterThan(0);
  expect(seen.sound).toBe('NotAllowedError');
  await browser.close();
});
