// Whatever goes wrong says which file, why, and what to do; and nothing else is lost.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { changeAnswer } from './faultSupport.ts';
import {
  bin,
  dropPaths,
  filesIn,
  fixture,
  openReady,
  photo,
  photosOf,
  preparedModel,
  settled,
  tray,
} from './support.ts';

const REFUSED: Readonly<Record<string, { code: string; says: string }>> = {
  'empty.jpg': { code: 'photo-empty', says: 'The file is empty' },
  'text.jpg': { code: 'photo-not-an-image', says: 'This is a text file' },
  'drawing.svg': { code: 'photo-svg', says: 'Save it as PNG' },
  'truncated.jpg': { code: 'photo-truncated', says: 'cut short' },
  'broken.png': { code: 'photo-undecodable', says: 'damaged' },
  'photo.heic': { code: 'photo-unsupported', says: 'cannot read HEIC' },
  'huge.png': { code: 'photo-too-many-pixels', says: '20000 × 20000' },
};

test('photos that cannot be used say why; their neighbours go on', async ({ page }) => {
  await openReady(page);
  const good = [
    'plain.jpg',
    'animated.gif',
    'lossy.webp',
    'plain.bmp',
    'plain.avif',
    'grey-16.png',
    'orientation-6.jpg',
  ];
  await dropPaths(page, [...Object.keys(REFUSED), ...good].map(fixture), bin(page, 'classic'));
  await settled(page);
  for (const [name, { code, says }] of Object.entries(REFUSED)) {
    await expect(photo(page, name)).toHaveAttribute('data-status', 'failed');
    await expect(photo(page, name)).toHaveAttribute('data-error', code);
    await expect(page.locator(`[data-problem="${name}"]`)).toContainText(`${name}: `);
    await expect(page.locator(`[data-problem="${name}"]`)).toContainText(says);
  }
  for (const name of good) await expect(photo(page, name)).toHaveAttribute('data-status', 'ready');
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(Object.keys(REFUSED).length + good.length);
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(good.length);
});

test('a folder loses no photo to its name', async ({ page }) => {
  const folder = join(tmpdir(), `binsight-named-${process.pid}`);
  const paths = ['cats/10:30.jpg', 'cats/why?.jpg', 'cats/con.jpg', 'cats/ok.jpg', 'what?/"dog".jpg'];
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    // Each with bytes of its own: the same photo is taken once.
    writeFileSync(join(folder, path), Buffer.concat([readFileSync(fixture('plain.jpg')), Buffer.from(path)]));
  }
  await openReady(page);
  await dropPaths(page, [folder], tray(page));
  await expect(photosOf(bin(page, 'cats'))).toHaveCount(4);
  await expect(photosOf(bin(page, 'what?'))).toHaveCount(1);
  await settled(page);
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(5);
  rmSync(folder, { recursive: true });
});

test('folders without photos, and files in folders that are none, are named', async ({ page }) => {
  const folder = join(tmpdir(), `binsight-folder-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'empty'), { recursive: true });
  mkdirSync(join(folder, 'mixed'), { recursive: true });
  writeFileSync(join(folder, 'mixed', 'notes.txt'), 'no photo');
  await openReady(page);
  await dropPaths(page, [join(folder, 'empty')], tray(page));
  await expect(page.locator('[data-notice="nothing-dropped"]')).toContainText('No photos in empty');
  await dropPaths(page, [join(folder, 'mixed')], tray(page));
  await expect(page.locator('[data-notice="left-out"]')).toContainText('notes.txt');
  await expect(page.locator('[data-photo]')).toHaveCount(0);
  rmSync(folder, { recursive: true });
});

test('without its weights the page says so, keeps photos, takes the model from files and keeps it', async ({
  page,
}) => {
  await page.route('**/models/inception-v1/manifest.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  const missing = page.locator('[data-model-missing]');
  await expect(missing).toContainText('The network is missing');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'false');
  await dropPaths(page, [fixture('plain.jpg')], tray(page));
  await expect(photosOf(tray(page))).toHaveCount(1);

  const files = filesIn(preparedModel).filter((path) => /manifest\.json$|\.bin$/.test(path));
  // A shard alone is not enough, and is refused in plain words.
  await missing
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.filter((path) => path.endsWith('manifest.json')));
  await expect(page.locator('[data-notice="model-refused"]')).toContainText('is missing');
  await dropPaths(page, files, tray(page));
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  await expect(missing).toHaveCount(0);
  await expect(photo(page, 'plain.jpg')).toHaveAttribute('data-status', 'ready');

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
});

test('a damaged shard is noticed before anything is judged by it', async ({ page }) => {
  await page.route('**/models/inception-v1/*-1of*.bin', (route) =>
    changeAnswer(route, (shard) => {
      shard[1000] = (shard[1000] ?? 0) ^ 1;
      return shard;
    }),
  );
  await page.goto('/');
  await expect(page.locator('[data-model-missing]')).toContainText('has come damaged');
  await page.unroute('**/models/inception-v1/*-1of*.bin');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
});

test('without the talk’s photos the button gives cars that we drew, and they are told apart', async ({
  page,
}) => {
  await page.route('**/samples/cars/*.jpg', (route) => route.fulfill({ status: 404 }));
  await openReady(page);
  await page.locator('[data-samples]').click();
  await expect(page.locator('[data-notice="drawn-samples"]')).toBeVisible();
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '20', { timeout: 60_000 });
  await settled(page);
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(7);
});

test('once the page is ready it needs no connection', async ({ page, context }) => {
  await openReady(page);
  await context.setOffline(true);
  await dropPaths(page, [fixture('plain.jpg')], bin(page, 'classic'));
  await dropPaths(page, [fixture('wide.png')], bin(page, 'modern'));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '2');
  await context.setOffline(false);
});

test('the same photos in both bins are said to be nothing to tell apart', async ({ page }) => {
  await openReady(page);
  await dropPaths(page, [fixture('plain.jpg')], bin(page, 'classic'));
  await dropPaths(page, [fixture('plain.jpg')], bin(page, 'modern'));
  await dropPaths(page, [fixture('wide.png')], tray(page));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-status', 'failed');
  await expect(page.locator('[data-training]')).toContainText('Nothing to tell apart');
  await expect(photo(page, 'wide.png')).toHaveAttribute('data-status', 'ready');
  await expect(photo(page, 'wide.png')).not.toHaveAttribute('data-verdict', /./);
});
