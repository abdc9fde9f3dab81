// For everyone: no accessibility fault that a machine can find, on every screen, in both themes, wide and narrow.

import { expect, test } from '@playwright/test';
import { expectNoFaults, expectNoFaultsInBothThemes } from './axe.ts';
import {
  bin,
  drawCarFiles,
  dropPaths,
  expectWidth,
  fixture,
  openReady,
  photo,
  rectsOf,
  teachDrawings,
  tray,
} from './support.ts';

test('every screen, in both themes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/privacy.html');
    await expectNoFaults(page);
  }
  await openReady(page);
  await expectNoFaultsInBothThemes(page);

  await teachDrawings(page);
  const [tested = ''] = await drawCarFiles(page, [{ kind: 'modern', seed: 906, name: 'tested.png' }]);
  await dropPaths(page, [tested], tray(page));
  await expect(photo(page, 'tested.png')).toHaveAttribute('data-verdict', /./);
  await dropPaths(page, [fixture('empty.jpg')], bin(page, 'classic'));
  await expect(photo(page, 'empty.jpg')).toHaveAttribute('data-status', 'failed');
  // What is there already is said in a notice.
  await dropPaths(page, [tested], tray(page));
  await expect(page.locator('[data-notice]')).toBeVisible();
  await photo(page, 'tested.png').click();
  await expect(page.locator('[data-explanation]')).toBeVisible();
  await expectNoFaultsInBothThemes(page);

  for (const opener of [
    'Move or remove tested.png',
    'More about classic',
    'Projects',
    'Computed with WASM',
  ]) {
    await page.getByRole('button', { name: opener }).press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    // All else is hidden from everybody meanwhile.
    await expectNoFaultsInBothThemes(page, ':has(> [role="menu"])');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }

  await page.locator('a[href="#how-good"]').click();
  await expect(page.locator('[data-photo-map]')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-curve="ready"]')).toBeVisible({ timeout: 60_000 });
  await page.locator('[data-actual="classic"][data-predicted="classic"] button').click();
  await expect(page.locator('[data-qr]')).toBeVisible();
  await expectNoFaultsInBothThemes(page);
});

test('missing model', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.route('**/models/inception-v1/manifest.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(page.locator('[data-model-missing]')).toBeVisible();
  await expectNoFaults(page);
});

test('usable at 390 pixels: nothing runs over the side', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReady(page);
  await teachDrawings(page);
  const [tested = ''] = await drawCarFiles(page, [
    { kind: 'modern', seed: 907, name: 'a rather long file name of a tested photo.png' },
  ]);
  await tray(page).locator('input[type=file]').setInputFiles(tested);
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(1);
  await expectWidth(page, 390);
  await expectNoFaults(page);
});

test('what is on the screen stays where it is while results come in', async ({ page }) => {
  await openReady(page);
  const files = await drawCarFiles(page, [
    { kind: 'classic', seed: 908, name: 'a.png' },
    { kind: 'modern', seed: 909, name: 'b.png' },
    { kind: 'modern', seed: 910, name: 'c.png' },
  ]);
  const places = () => rectsOf(page, '[data-photo], [data-bin], [data-tray], [data-training], h2');
  await bin(page, 'classic').locator('input[type=file]').setInputFiles(files.slice(0, 1));
  await bin(page, 'modern').locator('input[type=file]').setInputFiles(files.slice(1, 2));
  await tray(page).locator('input[type=file]').setInputFiles(files.slice(2));
  await expect(page.locator('[data-photo]')).toHaveCount(3);
  const before = await places();
  await expect(page.locator('[data-verdict]')).toHaveCount(1);
  const after = await places();
  // The sentence about learning may grow by a word; its place may not.
  const corners = (all: typeof before) => all.map(({ x, y }) => [x, y].map(Math.round));
  expect(corners(after)).toEqual(corners(before));
});
