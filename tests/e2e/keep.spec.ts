// Nothing is lost: not by a reload, a crash, a full disk, a second tab, or a change of mind.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { launchOptions, QUIET_ARGS } from '../support/machine.ts';
import { codeOf, decideFates, inject, slowDown } from './faultSupport.ts';
import {
  choose,
  chooseInProjectsMenu,
  countNetworkRuns,
  countStored,
  drop27,
  saved,
  seen,
  verdicts,
} from './keepSupport.ts';
import {
  bin,
  fixture,
  openReady,
  photo,
  photosOf,
  projectName,
  settled,
  teachDrawings,
  tray,
} from './support.ts';

const ready = (page: Page) => page.locator('[data-photo][data-status="ready"]');
const banner = (page: Page, status: string) => page.locator(`[data-saving-banner="${status}"]`);
async function renameProject(page: Page, name: string): Promise<void> {
  await projectName(page).fill(name);
  await projectName(page).press('Enter');
}

/** Something else keeps the page from reading and writing, until it lets go. */
async function keepDatabaseBusy(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('binsight');
      request.onsuccess = () => resolve(request.result);
    });
    const store = database.transaction('projects', 'readwrite').objectStore('projects');
    let isBusy = true;
    Object.assign(window, {
      letGo: () => {
        isBusy = false;
      },
    });
    const goOn = () => {
      if (isBusy) store.count().onsuccess = goOn;
      else database.close();
    };
    goOn();
  });
  return () => page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
}

/** @param side pixels; 1000 make three megabytes, which nothing makes smaller */
function noisePhotos(count: number, side: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'binsight-noise-'));
  // Rows of a BMP are padded to four bytes.
  if (side % 4 !== 0) throw new Error('the side must be a multiple of four');
  return Array.from({ length: count }, (_, i) => {
    const header = Buffer.alloc(54);
    header.write('BM');
    header.writeUInt32LE(54 + 3 * side * side, 2);
    header.writeUInt32LE(54, 10);
    header.writeUInt32LE(40, 14);
    header.writeInt32LE(side, 18);
    header.writeInt32LE(side, 22);
    header.writeUInt16LE(1, 26);
    header.writeUInt16LE(24, 28);
    const path = join(folder, `noise-${i + 1}.bmp`);
    writeFileSync(path, Buffer.concat([header, randomBytes(3 * side * side)]));
    return path;
  });
}

test('a reload in the middle of featurizing: all 27 photos come back, none is featurized twice', async ({
  page,
}) => {
  const runs = await countNetworkRuns(page);
  // However quick the machine: files are saved while photos are still waiting for the network.
  await decideFates(page, 'featurizer', () => inject(slowDown, 'featurize', 250));
  await openReady(page);
  await drop27(page);
  await expect.poll(() => countStored(page, 'files')).toBe(27);
  await expect.poll(() => countStored(page, 'features')).toBeGreaterThan(5);
  // Another page of the site: the first one is gone, whatever it was about to write.
  await page.goto('/favicon.svg');
  const known = await countStored(page, 'features');
  expect(known).toBeLessThan(27);
  expect(await countStored(page, 'files')).toBe(27);
  const before = runs();
  await page.unroute(codeOf('featurizer'));
  await page.goto('/');
  await expect(page.locator('[data-photo]')).toHaveCount(27);
  await settled(page);
  await expect(ready(page)).toHaveCount(27);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '20');
  await expect(page.locator('[data-tray] [data-verdict]')).toHaveCount(7);
  expect(runs() - before).toBe(27 - known);
  await saved(page);
  const said = await verdicts(page);

  // Now all is known: every verdict is there without the network.
  const all = runs();
  await page.route('**/models/**', (route) => route.abort());
  await page.reload();
  await expect(ready(page)).toHaveCount(27);
  await expect(page.locator('[data-tray] [data-verdict]')).toHaveCount(7);
  await expect.poll(() => verdicts(page)).toEqual(said);
  expect(runs()).toBe(all);
});

test('a crashed page comes back as it was, and the next one names what was not saved', async ({
  page,
  context,
}) => {
  await openReady(page);
  await teachDrawings(page);
  await renameProject(page, 'Before the crash');
  await saved(page);
  const before = await seen(page);
  // Discarded, or out of memory, at the worst moment: a tab that dies can say nothing itself.
  await keepDatabaseBusy(page);
  await choose(page, 'test', [fixture('plain.jpg')]);
  await expect(photo(page, 'plain.jpg')).toHaveAttribute('data-status', 'ready');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  const runs = await countNetworkRuns(next);
  await openReady(next);
  await expect(ready(next)).toHaveCount(6);
  await settled(next);
  await expect.poll(() => seen(next)).toBe(before);
  await expect(next.locator('[data-notice="never-saved"]')).toContainText('was saved: plain.jpg');
  expect(runs()).toBe(0);
  await renameProject(next, 'After the crash');
  await saved(next);
});

test('a killed browser comes back with all that was said to be saved', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'binsight-profile-'));
  const launch = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(QUIET_ARGS),
      viewport: { width: 1280, height: 800 },
    });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  try {
    const first = await launch();
    await first.page.goto(`${baseURL}/`);
    await choose(first.page, 'classic', [fixture('plain.jpg'), fixture('wide.png')]);
    await expect(photosOf(bin(first.page, 'classic'))).toHaveCount(2);
    await saved(first.page);
    const closed = first.context.waitForEvent('close');
    // The browser's own mark in its profile: the machine's name and the process.
    process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
    await closed;
    rmSync(join(profile, 'SingletonLock'), { force: true });
    const second = await launch();
    await second.page.goto(`${baseURL}/`);
    await expect(photo(second.page, 'plain.jpg')).toBeVisible();
    await expect(photo(second.page, 'wide.png')).toBeVisible();
    await second.context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a full disk is said, work goes on, and room that is made is used', async ({
  page,
  context,
  baseURL,
}) => {
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  // Before the first write: Chromium remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await openReady(page);
  await choose(page, 'classic', [fixture('plain.jpg'), fixture('wide.png')]);
  await choose(page, 'modern', [fixture('grey.jpg'), fixture('profile.jpg')]);
  await saved(page);
  const large = noisePhotos(2, 1000);
  await choose(page, 'test', large);
  await expect(banner(page, 'full')).toContainText('2 photos are not saved');
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'false');
  await settled(page);
  await expect(page.locator('[data-tray] [data-verdict]')).toHaveCount(2);

  // What was there before is safe, and the page asks before it is left.
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept());
  await page.getByRole('heading', { level: 1 }).click();
  await page.reload();
  await asked;
  await expect(page.locator('[data-photo]')).toHaveCount(4);
  await choose(page, 'test', large);
  await expect(banner(page, 'full')).toContainText('2 photos are not saved');

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  await expect(banner(page, 'full')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-photo]')).toHaveCount(6);
  await settled(page);
  await expect(ready(page)).toHaveCount(6);
});

test('a full disk: deleted projects make room when a person says so', async ({ page, context, baseURL }) => {
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5_000_000 });
  const [first = '', second = ''] = noisePhotos(2, 1000);
  await page.goto('/');
  await choose(page, 'classic', [first]);
  await saved(page);
  await chooseInProjectsMenu(page, 'Delete this project');
  await saved(page);
  await choose(page, 'modern', [fixture('plain.jpg'), second]);
  await expect(banner(page, 'full')).toContainText('1 photo is not saved');
  // Small changes are saved all the same.
  await renameProject(page, 'Small change');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(banner(page, 'full')).toContainText('1 photo is not saved');
  await page.getByRole('button', { name: 'Remove 1 deleted project for good' }).click();
  await saved(page);
  await page.reload();
  await expect(projectName(page)).toHaveValue('Small change');
  await expect(page.locator('[data-photo]')).toHaveCount(2);
});

test('a page that is left before all is saved asks; the next one names what is missing', async ({ page }) => {
  await openReady(page);
  await choose(page, 'classic', [fixture('plain.jpg')]);
  await saved(page);
  await keepDatabaseBusy(page);
  await choose(page, 'modern', [fixture('wide.png'), fixture('grey.jpg')]);
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'false');
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept());
  await page.getByRole('heading', { level: 1 }).click();
  await page.reload();
  await asked;
  await expect(page.locator('[data-photo]')).toHaveCount(1);
  const notice = page.locator('[data-notice="never-saved"]');
  await expect(notice).toContainText('before 2 photos of “Untitled” were saved: grey.jpg and wide.png');
});

test('a project that is deleted in one tab is not taken from the other without a word', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await choose(page, 'classic', [fixture('plain.jpg')]);
  await saved(page);
  const second = await context.newPage();
  await second.goto('/');
  await expect(banner(second, 'elsewhere')).toBeVisible();
  await chooseInProjectsMenu(page, 'Delete this project');
  await expect(banner(second, 'deleted')).toContainText('deleted in another tab');
  await expect(second.locator('[data-photo]')).toHaveCount(1);
  await second.getByRole('button', { name: 'Bring it back' }).click();
  await saved(second);
  await expect(banner(second, 'deleted')).toHaveCount(0);
  await second.reload();
  await expect(second.locator('[data-photo]')).toHaveCount(1);
});

test('two tabs: the second looks on, takes over, and the first looks on', async ({ page, context }) => {
  await page.goto('/');
  await choose(page, 'classic', [fixture('plain.jpg')]);
  await saved(page);
  const second = await context.newPage();
  await second.goto('/');
  await expect(banner(second, 'elsewhere')).toContainText('open in another tab');
  await expect(second.locator('html')).toHaveAttribute('data-saved', 'false');
  await choose(second, 'modern', [fixture('wide.png')]);
  await expect(second.getByText('Nothing was changed')).toBeVisible();
  await expect(second.locator('[data-photo]')).toHaveCount(1);

  await second.getByRole('button', { name: 'Take over' }).click();
  await expect(second.getByText('Nothing was changed')).toHaveCount(0);
  await saved(second);
  await expect(banner(page, 'elsewhere')).toBeVisible();
  await choose(second, 'modern', [fixture('wide.png')]);
  await expect(second.locator('[data-photo]')).toHaveCount(2);
  await expect(page.locator('[data-photo]')).toHaveCount(2);
  await saved(second);
  await second.close();
  await saved(page);
  await renameProject(page, 'Mine again');
  await saved(page);
  await page.reload();
  await expect(projectName(page)).toHaveValue('Mine again');
  await expect(page.locator('[data-photo]')).toHaveCount(2);
});

test('where nothing can be saved, all works and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('It is switched off', 'SecurityError');
    };
  });
  await openReady(page);
  await expect(banner(page, 'off')).toContainText('no storage');
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'false');
  await teachDrawings(page, 2);
  await choose(page, 'test', [fixture('plain.jpg')]);
  await expect(photo(page, 'plain.jpg')).toHaveAttribute('data-verdict', /./);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-photo]')).toHaveCount(4);
});

test('a database that never answers does not keep the page from working', async ({ page }) => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    // The second waits until the first is closed, which it never is.
    open('kept open', 1);
    indexedDB.open = () => open('kept open', 2);
  });
  await page.goto('/');
  await expect(banner(page, 'off')).toContainText('does not answer');
  await choose(page, 'classic', [fixture('plain.jpg')]);
  await expect(photo(page, 'plain.jpg').locator('img')).toBeVisible();
});

test('files that are deleted right after the drop are kept; what came too late for that says so', async ({
  page,
}) => {
  // More than are saved at once: 32 MB.
  const paths = noisePhotos(12, 1024);
  const [first = '', last = ''] = [paths[0], paths.at(-1)];
  await openReady(page);
  const letGo = await keepDatabaseBusy(page);
  await choose(page, 'classic', paths);
  await expect(page.locator('[data-photo]')).toHaveCount(12);
  await settled(page);
  await expect(ready(page)).toHaveCount(12);
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'false');
  rmSync(first);
  rmSync(last);
  await letGo();
  await expect(photo(page, basename(last))).toHaveAttribute('data-error', 'photo-unreadable');
  await saved(page);
  await page.reload();
  await expect(ready(page)).toHaveCount(11);
  await expect(photo(page, basename(last))).toHaveAttribute('data-error', 'photo-lost');
  // The bytes themselves are there: they can be taken away.
  await photo(page, basename(last)).click();
  await page.keyboard.press('Delete');
  const download = page.waitForEvent('download');
  await page.locator('[data-export="project"]').press('Enter');
  const zip = await (await download).path();
  await page.locator('[data-import]').setInputFiles({
    name: 'noise.binsight.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(zip),
  });
  await expect(projectName(page)).toHaveValue('Untitled 2');
  await expect(ready(page)).toHaveCount(11);
});

test('everything a person does is undone and done again, without the network', async ({ page }) => {
  const runs = await countNetworkRuns(page);
  await openReady(page);
  const steps: string[] = [await seen(page)];
  const did = async (act: () => Promise<unknown>) => {
    await act();
    await expect.poll(() => seen(page)).not.toBe(steps.at(-1));
    steps.push(await seen(page));
  };
  const menuOf = async (name: string, item: string) => {
    await photo(page, name).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  const rename = async (label: string, name: string) => {
    const field = page.getByRole('textbox', { name: `Name of the bin ${label}` });
    await field.fill(name);
    await field.press('Enter');
  };
  await did(() => choose(page, 'classic', [fixture('plain.jpg'), fixture('wide.png')]));
  await did(() => choose(page, 'modern', [fixture('grey.jpg')]));
  await settled(page);
  await did(() => menuOf('wide.png', 'Move to the test tray'));
  await did(() => menuOf('grey.jpg', 'Remove'));
  await did(() => rename('classic', 'old ones'));
  await did(() => renameProject(page, 'My cars'));
  await did(() => page.getByRole('switch').first().click({ force: true }));
  await settled(page);
  const download = page.waitForEvent('download');
  await page.locator('[data-export="project"]').press('Enter');
  const zip = await (await download).path();
  await did(() => page.locator('[data-clear]').click());
  await did(() => chooseInProjectsMenu(page, 'New project'));
  await did(() => choose(page, 'test', [fixture('plain.jpg')]));
  await settled(page);
  await did(() => chooseInProjectsMenu(page, 'Duplicate this project'));
  await did(() => chooseInProjectsMenu(page, 'Delete this project'));
  await did(() =>
    page.locator('[data-import]').setInputFiles({
      name: 'cars.binsight.zip',
      mimeType: 'application/zip',
      buffer: readFileSync(zip),
    }),
  );
  await settled(page);
  expect(steps).toHaveLength(14);
  // Three photos; the same ones elsewhere, copied and imported, are known.
  expect(runs()).toBe(3);

  for (const step of steps.slice(0, -1).reverse()) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => seen(page)).toBe(step);
  }
  await expect(page.locator('[data-undo]')).toBeDisabled();
  for (const step of steps.slice(1)) {
    await page.locator('[data-redo]').click();
    await expect.poll(() => seen(page)).toBe(step);
  }
  await expect(page.locator('[data-redo]')).toBeDisabled();
  await settled(page);
  expect(runs()).toBe(3);
  await saved(page);
  await page.reload();
  await expect.poll(() => seen(page)).toBe(steps.at(-1));
});

test('several projects: made, opened, deleted, and brought back after a reload', async ({ page }) => {
  await page.goto('/');
  await choose(page, 'classic', [fixture('plain.jpg')]);
  await renameProject(page, 'First');
  await chooseInProjectsMenu(page, 'New project');
  await choose(page, 'modern', [fixture('wide.png'), fixture('grey.jpg')]);
  await renameProject(page, 'Second');
  await saved(page);
  await page.reload();
  await expect(projectName(page)).toHaveValue('Second');
  await expect(page.locator('[data-photo]')).toHaveCount(2);
  await chooseInProjectsMenu(page, /^First/);
  await expect(projectName(page)).toHaveValue('First');
  await expect(photo(page, 'plain.jpg')).toBeVisible();
  await chooseInProjectsMenu(page, 'Delete this project');
  await saved(page);
  await page.reload();
  await expect(projectName(page)).not.toHaveValue('First');
  await chooseInProjectsMenu(page, /^First/);
  await expect(photo(page, 'plain.jpg')).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(projectName(page)).toHaveValue('First');
  await expect(photosOf(tray(page))).toHaveCount(0);
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(1);
});
