// The talk's story with its real photos and the real network: teach, test, seven verdicts.

import { expect, type Page, test } from '@playwright/test';
import { bin, dropPaths, filesIn, openReady, photosOf, settled, sharedPath, tray } from './support.ts';

/** The right answers, from the README beside the photos. */
const ANSWERS: Readonly<Record<string, string>> = {
  '16215614102_30e4497ac5_c.jpg': 'classic',
  '8063941495_e029a072e4_c.jpg': 'classic',
  '8847428500_6e6cfb5380_c.jpg': 'classic',
  '15047201644_e388398108_m.jpg': 'modern',
  '4759251499_7d2ec43974_m.jpg': 'modern',
  '6168412653_676dbda0ce_m.jpg': 'modern',
  '6790397898_1d1f2033ec_prius.jpg': 'modern',
};

async function expectSevenRight(page: Page): Promise<void> {
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '20', { timeout: 60_000 });
  await settled(page);
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(10);
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(10);
  await expect(photosOf(tray(page))).toHaveCount(7);
  for (const [name, label] of Object.entries(ANSWERS)) {
    const row = tray(page).locator(`[data-photo="${name}"]`);
    await expect(row).toHaveAttribute('data-verdict', label);
    const score = Number(await row.getAttribute('data-score'));
    const distance = Number(await row.getAttribute('data-distance'));
    expect(score > 0 ? 'modern' : 'classic', name).toBe(label);
    expect(Math.sign(distance)).toBe(Math.sign(score));
    expect(Math.abs(distance)).toBeLessThan(Math.abs(score));
  }
}

test('dropping the talk’s folder gives seven right verdicts', async ({ page }) => {
  const folder = sharedPath('images/cars');
  await openReady(page);
  await dropPaths(page, [folder], tray(page));
  await expect(page.locator('[data-photo]')).toHaveCount(27);
  await expectSevenRight(page);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-status', 'ready');
  expect(Number(await page.locator('[data-training]').getAttribute('data-ms'))).toBeGreaterThan(0);
});

test('each pile dropped on its own bin gives the same', async ({ page }) => {
  await openReady(page);
  await dropPaths(page, filesIn(sharedPath('images/cars/classic')), bin(page, 'classic'));
  await dropPaths(page, [sharedPath('images/cars/modern')], bin(page, 'modern'));
  await dropPaths(page, filesIn(sharedPath('images/cars/test')), tray(page));
  await expectSevenRight(page);
});

test('the button loads the talk’s photos, each with its photographer’s page', async ({ page }) => {
  sharedPath('images/cars');
  await openReady(page);
  await page.locator('[data-samples]').click();
  await expectSevenRight(page);
  const prius = tray(page).locator('[data-photo="6790397898_1d1f2033ec_prius.jpg"]');
  await prius.click();
  await expect(page.getByRole('link', { name: 'Photo’s page' })).toHaveAttribute(
    'href',
    'https://www.flickr.com/photos/39302751@N06/6790397898',
  );
});

test('a cat is seen as a cat', async ({ page }) => {
  await openReady(page);
  await dropPaths(page, [sharedPath('images/cat-with-tongue_224x224.jpg')], tray(page));
  const row = tray(page).locator('[data-photo]');
  await expect(row).toHaveAttribute('data-status', 'ready');
  const classes = await row
    .locator('[data-class]')
    .evaluateAll((all) => all.map((e) => e.getAttribute('data-class')));
  expect(new Set(classes.slice(0, 4))).toEqual(new Set(['tiger cat', 'tabby', 'Egyptian cat', 'lynx']));
});
