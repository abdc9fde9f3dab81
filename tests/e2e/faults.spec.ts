// Workers that die or never come, a browser that lacks what others have: the page recovers or explains itself, and no
// photo is lost.

import { expect, type Page, test } from '@playwright/test';
import { expectNoFaults } from './axe.ts';
import { codeOf, decideFates, dieAt, inject, type WorkerName } from './faultSupport.ts';
import { choose, saved } from './keepSupport.ts';
import { bin, dropPaths, fixture, openReady, photo, photosOf, settled, tray } from './support.ts';

const PHOTOS = {
  classic: ['plain.jpg', 'wide.png'],
  modern: ['grey.jpg', 'profile.jpg'],
  test: ['plain.bmp'],
};
const all = Object.values(PHOTOS).flat();

async function choosePhotos(page: Page): Promise<void> {
  for (const [place, names] of Object.entries(PHOTOS)) await choose(page, place, names.map(fixture));
}

/** Every photo is there, looked at, learned from or judged. */
async function allIsWell(page: Page): Promise<void> {
  await settled(page);
  for (const name of all) await expect(photo(page, name)).toHaveAttribute('data-status', 'ready');
  await expect(page.locator('[data-photo]')).toHaveCount(all.length);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '4');
  await expect(page.locator('[data-training]')).toHaveAttribute('data-loo', /./);
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(1);
}

const notice = (page: Page, kind: string) => page.locator(`[data-notice="${kind}"]`);

/** As the browser tells a page whose network was away for a moment. */
async function reconnect(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.context().setOffline(false);
}

test('each worker comes only at the third try, and dies at its work: nothing is missed by anybody', async ({
  page,
}) => {
  const work = {
    reader: 'read',
    featurizer: 'featurize',
    trainer: 'train',
    evaluator: 'judge',
    packer: 'packProject',
  };
  const counts: Partial<Record<WorkerName, () => number>> = {};
  for (const [name, method] of Object.entries(work) as [WorkerName, string][]) {
    // Of a photo that is not the first, where there are several.
    const nth = name === 'reader' || name === 'featurizer' ? 2 : 1;
    counts[name] = await decideFates(page, name, (time) =>
      time <= 2 ? 'missing' : time === 3 ? inject(dieAt, method, nth) : 'sound',
    );
  }
  await openReady(page);
  await choosePhotos(page);
  await allIsWell(page);
  await expect(page.locator('[data-problem]')).toHaveCount(0);

  // What a person has asked for is asked for again by that person.
  const project = page.locator('[data-export="project"]');
  await project.press('Enter');
  await expect(notice(page, 'export-failed')).toContainText('Try again');
  const download = page.waitForEvent('download');
  await project.press('Enter');
  await download;
  for (const [name, count] of Object.entries(counts)) expect(count(), name).toBeGreaterThanOrEqual(4);
});

test('parts of the page that do not come are named, with what to do; photos wait for them', async ({
  page,
}) => {
  const missing = new Set<WorkerName>(['reader', 'featurizer', 'trainer', 'evaluator', 'packer']);
  for (const name of missing) await decideFates(page, name, () => (missing.has(name) ? 'missing' : 'sound'));
  let shardStatus = 404;
  await page.route('**/models/inception-v1/*.bin', (route) =>
    shardStatus === 200 ? route.continue() : route.fulfill({ status: shardStatus }),
  );
  const comes = async (name: WorkerName) => {
    missing.delete(name);
    await reconnect(page);
  };
  const network = page.locator('[data-model-missing]');
  const training = page.locator('[data-training]');
  await page.goto('/');
  await choosePhotos(page);
  await expect(network).toContainText(
    'The part of this page that runs the network could not be fetched. Check',
  );
  const problem = page.locator('[data-problem]');
  await expect(problem).toHaveCount(1);
  await expect(problem).toContainText('A part of this page could not be fetched. Check the connection');
  await expect(page.locator('[data-photo]')).toHaveCount(all.length);

  missing.delete('featurizer');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(network).toContainText(
    '.bin could not be fetched (HTTP 404). Check the connection and try again',
  );
  shardStatus = 200;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');

  await comes('reader');
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(all.length);
  await expect(training).toContainText('The part of this page that learns could not be fetched. Check');
  await comes('trainer');
  await expect(training).toContainText('Learned from 4 photos');
  await expect(training).toContainText('How good that is could not be worked out');
  await page.locator('[data-how-good]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-how-good]')).toContainText(
    'that works this out could not be fetched. Check',
  );
  // Nothing there waits for what does not come, and what could be chosen still can.
  await expect(page.locator('[data-how-good] [aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('[data-use="pool5"]')).toBeEnabled();
  await comes('evaluator');
  await allIsWell(page);

  const project = page.locator('[data-export="project"]');
  await project.press('Enter');
  await expect(notice(page, 'export-failed')).toContainText(
    'a part of this page could not be fetched. Check',
  );
  missing.delete('packer');
  const download = page.waitForEvent('download');
  await project.press('Enter');
  await download;
});

test('a page that does not come says so; one that comes late has what was dropped meanwhile', async ({
  page,
}) => {
  await page.route(codeOf('page'), (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Binsight has not started yet');
  await expect(page.getByRole('alert')).toContainText('Check the connection');
  // The browser would have left the page for the photo.
  await dropPaths(page, [fixture('plain.jpg')], page.locator('body'));

  await page.unroute(codeOf('page'));
  let letCome = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(codeOf('page'), async (route) => {
    await held;
    await route.continue();
  });
  const begun = page.waitForRequest(codeOf('featurizer'));
  await page.getByRole('link', { name: 'Reload the page' }).click();
  await begun;
  await dropPaths(page, [fixture('wide.png'), fixture('plain.bmp')], page.locator('html'));
  letCome();
  await expect(photosOf(tray(page))).toHaveCount(2);
  await expect(photo(page, 'wide.png')).toHaveAttribute('data-status', 'ready');
});

test('where not even its first code comes, the page says so by itself', async ({ page }) => {
  await page.route('**/assets/start-*.js', (route) => route.abort());
  await page.goto('/');
  const said = page.getByText('Binsight has not started yet');
  await expect(said).toBeHidden();
  // Fifteen seconds, as styles count them.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(said).toBeVisible();
  await expectNoFaults(page);
  await page.unroute('**/assets/start-*.js');
  await page.getByRole('link', { name: 'Reload the page' }).click();
  await expect(bin(page, 'classic')).toBeVisible();
});

/** What becomes of a browser's database before the page's code runs; one that is refused: keep.spec.ts. */
const STORAGE_FAULTS: Readonly<Record<string, () => void>> = {
  'is not there': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
  'fails when it is opened': () => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...args) => {
      const request = open(...args);
      request.addEventListener('upgradeneeded', () => request.transaction?.abort());
      return request;
    };
  },
};

test('where nothing can be saved, photos stay as long as the page is open, which says so', async ({
  browser,
  baseURL,
}) => {
  for (const [fault, befall] of Object.entries(STORAGE_FAULTS)) {
    await test.step(`a database that ${fault}`, async () => {
      const page = await browser.newPage({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
      await page.addInitScript(befall);
      await page.goto('/');
      await choose(page, 'test', PHOTOS.classic.map(fixture));
      const banner = page.locator('[data-saving-banner="off"]');
      await expect(banner).toContainText('this browser gives the page no storage');
      await expect(banner).toContainText('take the project away as a file');
      await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(2);
      await page.close();
    });
  }
});

// Chromium takes 0 for its own limit.
test('a browser that grants no room at all says so, and goes on with the photos', async ({
  page,
  context,
  baseURL,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    quotaSize: 1,
  });
  await page.goto('/');
  await choose(page, 'test', PHOTOS.classic.map(fixture));
  await expect(page.locator('[data-saving-banner="full"]')).toContainText('2 photos are not saved');
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(2);
});

test.describe('a browser that lacks all that a page can do without', () => {
  test.use({ serviceWorkers: 'allow' });

  test('works, and keeps what it is given', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(() => {
      const forbid = (target: object, name: string) =>
        Object.defineProperty(target, name, {
          get() {
            throw new DOMException('It is switched off', 'SecurityError');
          },
        });
      forbid(globalThis, 'localStorage');
      forbid(globalThis, 'sessionStorage');
      forbid(Navigator.prototype, 'serviceWorker');
      for (const name of ['caches', 'BroadcastChannel', 'VideoFrame'])
        Reflect.deleteProperty(globalThis, name);
      for (const name of ['locks', 'storage', 'gpu']) Reflect.deleteProperty(Navigator.prototype, name);
    });
    await decideFates(page, 'reader', () =>
      inject(() => {
        const native = globalThis.createImageBitmap;
        globalThis.createImageBitmap = (...args: unknown[]) =>
          args.length > 1
            ? Promise.reject(new TypeError('no such option'))
            : native(...(args as Parameters<typeof native>));
        Reflect.deleteProperty(globalThis, 'VideoFrame');
      }),
    );
    await decideFates(page, 'featurizer', () =>
      inject(() => {
        Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
        Object.defineProperty(navigator, 'gpu', { value: { requestAdapter: async () => null } });
        Reflect.deleteProperty(globalThis, 'indexedDB');
      }),
    );
    await openReady(page);
    await choosePhotos(page);
    await allIsWell(page);
    await saved(page);
    await page.reload();
    await allIsWell(page);
    expect(errors).toEqual([]);
  });
});
