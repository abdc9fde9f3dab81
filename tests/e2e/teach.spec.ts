// What a person does with bins and photos, on cars that we draw ourselves.

import { expect, test } from '@playwright/test';
import {
  bin,
  drawCarFiles,
  dropPaths,
  fixture,
  focusFirmly,
  openReady,
  photo,
  photosOf,
  settled,
  teachDrawings,
  tray,
} from './support.ts';

test('says what is missing until two bins hold a photo, then judges', async ({ page }) => {
  await openReady(page);
  const training = page.locator('[data-training]');
  await expect(training).toHaveAttribute('data-status', 'empty');
  const [classic = '', modern = '', tested = ''] = await drawCarFiles(page, [
    { kind: 'classic', seed: 901, name: 'old.png' },
    { kind: 'modern', seed: 902, name: 'new.png' },
    { kind: 'modern', seed: 903, name: 'which.png' },
  ]);
  await dropPaths(page, [tested], tray(page));
  await dropPaths(page, [classic], bin(page, 'classic'));
  await expect(training).toHaveAttribute('data-status', 'waiting');
  await expect(training).toContainText('give modern a photo');
  await expect(photo(page, 'which.png')).not.toHaveAttribute('data-verdict', /./);
  await dropPaths(page, [modern], bin(page, 'modern'));
  await expect(training).toHaveAttribute('data-status', 'ready');
  await expect(training).toContainText('Learned from 2 photos');
  await expect(photo(page, 'which.png')).toHaveAttribute('data-verdict', /classic|modern/);
});

test('27 photos are 27 tiles at once, and all of them come through', async ({ page }) => {
  await openReady(page);
  const wanted = Array.from({ length: 27 }, (_, i) => ({
    kind: i % 2 ? ('classic' as const) : ('modern' as const),
    seed: 300 + i,
    name: `many-${String(i + 1).padStart(2, '0')}.png`,
  }));
  const files = await drawCarFiles(page, wanted);
  await page.evaluate(() => {
    const noted = { counts: [] as number[], progress: new Set<string>() };
    Object.assign(window, { noted });
    new MutationObserver(() => {
      noted.counts.push(document.querySelectorAll('[data-photo]').length);
      noted.progress.add(document.querySelector('[data-progress]')?.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await dropPaths(page, files, bin(page, 'classic'));
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(27);
  await settled(page);
  const { counts, progress } = await page.evaluate(() => {
    const { noted } = window as unknown as { noted: { counts: number[]; progress: Set<string> } };
    return { counts: noted.counts, progress: [...noted.progress] };
  });
  expect(counts.filter((count) => count > 0 && count < 27)).toEqual([]);
  expect(progress.join('; ')).toContain('of 27 photos');
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(27);
});

test('the explanation adds up to the score', async ({ page }) => {
  await openReady(page);
  await teachDrawings(page);
  const [tested = ''] = await drawCarFiles(page, [{ kind: 'classic', seed: 904, name: 'why.png' }]);
  await dropPaths(page, [tested], tray(page));
  const row = photo(page, 'why.png');
  await expect(row).toHaveAttribute('data-verdict', /./);
  await row.click();
  const terms = page.locator('[data-explanation] [data-term]');
  // The constant, six classes, and all others.
  await expect(terms).toHaveCount(8);
  const values = await terms.evaluateAll((all) => all.map((term) => Number(term.getAttribute('data-value'))));
  const sum = values.reduce((total, value) => total + value, 0);
  expect(Math.abs(sum - Number(await row.getAttribute('data-score')))).toBeLessThan(1e-4);
  await expect(page.locator('canvas[data-square]')).toBeVisible();
});

test('bins are renamed, added and removed; the model follows', async ({ page }) => {
  await openReady(page);
  await teachDrawings(page);
  const name = page.getByRole('textbox', { name: 'Name of the bin classic' });
  await name.fill('modern');
  await expect(page.getByText('Another bin is called “modern” already.')).toBeVisible();
  await name.fill('old timers');
  await name.press('Enter');
  await expect(bin(page, 'old timers')).toBeVisible();
  await expect(photosOf(bin(page, 'old timers'))).toHaveCount(3);

  await page.getByRole('button', { name: 'Bin', exact: true }).click();
  const files = await drawCarFiles(page, [{ kind: 'classic', seed: 905, name: 'third.png' }]);
  await dropPaths(page, files, bin(page, 'bin 3'));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '7');

  await page.getByRole('button', { name: 'More about bin 3' }).click();
  await page.getByRole('menuitem', { name: 'Remove this bin' }).click();
  await expect(bin(page, 'bin 3')).toHaveCount(0);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '6');
  await page.locator('[data-undo]').click();
  await expect(photosOf(bin(page, 'bin 3'))).toHaveCount(1);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '7');
});

test('three kinds: one against the rest', async ({ page }) => {
  await openReady(page);
  await teachDrawings(page);
  await page.getByRole('button', { name: 'Bin', exact: true }).click();
  await dropPaths(page, [fixture('plain.jpg'), fixture('wide.png')], bin(page, 'bin 3'));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '8');
  await dropPaths(page, [fixture('progressive.jpg')], tray(page));
  await expect(photo(page, 'progressive.jpg')).toHaveAttribute('data-verdict', 'bin 3');
  expect(Number(await photo(page, 'progressive.jpg').getAttribute('data-score'))).toBeGreaterThan(0);
});

test('photos are moved by menu, keyboard and mouse, removed and brought back', async ({ page }) => {
  await openReady(page);
  await teachDrawings(page);
  const first = photo(page, 'classic-1.png');

  // By its menu.
  await first.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to the test tray' }).click();
  await expect(photosOf(tray(page))).toHaveCount(1);
  await expect(first).toHaveAttribute('data-verdict', /./);

  // By keyboard: React Aria's drag and drop, the same for a screen reader.
  // Each step waits for the one before it: a closing menu and a beginning drag both move the focus a little later.
  await expect(page.getByRole('menu')).toHaveCount(0);
  await focusFirmly(photo(page, 'modern-1.png'));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Drag modern-1.png' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(photo(page, 'modern-1.png')).toHaveAttribute('data-dragging', 'true');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-drop-target]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(2);

  // By mouse.
  await photo(page, 'modern-2.png').dragTo(bin(page, 'classic').getByRole('grid'));
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(1);
  await expect(bin(page, 'classic').locator('[data-photo="modern-2.png"]')).toBeVisible();

  // Several at once, away and back.
  await photo(page, 'classic-2.png').click();
  await photo(page, 'classic-3.png').click({ modifiers: ['Control'] });
  const before = await page.locator('[data-photo]').count();
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-photo]')).toHaveCount(before - 2);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-photo]')).toHaveCount(before);

  await page.locator('[data-clear]').click();
  await expect(page.locator('[data-photo]')).toHaveCount(0);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-status', 'empty');
  await page.locator('[data-undo]').click();
  await expect(page.locator('[data-photo]')).toHaveCount(before);
  // Nothing is looked at twice: all of them are ready at once.
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(before);
  await settled(page);
});

test('Undo works wherever the focus is, but in what is typed', async ({ page }) => {
  await openReady(page);
  const neither = page.getByRole('switch', { name: 'allow “neither”' });
  await neither.focus();
  await page.keyboard.press(' ');
  await expect(neither).not.toBeChecked();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(neither).toBeChecked();
  const name = page.getByRole('textbox', { name: 'Name of the bin classic' });
  await name.fill('old');
  await name.press('ControlOrMeta+Z');
  await expect(name).toHaveValue('classic');
  await expect(page.locator('[data-undo]')).toHaveAttribute('aria-disabled', 'true');
});

test('Delete means the photos that are seen to be chosen, and nothing elsewhere', async ({ page }) => {
  await openReady(page);
  await teachDrawings(page);
  await photo(page, 'classic-1.png').click();
  await page.getByRole('button', { name: 'Light or dark' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-photo]')).toHaveCount(6);
  // Moved away, it is not what a key in its old list means.
  await photo(page, 'classic-1.png').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to modern' }).click();
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(4);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await focusFirmly(photo(page, 'classic-2.png'));
  await page.keyboard.press('Delete');
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(4);
  await expect(photo(page, 'classic-2.png')).toHaveCount(0);
});

test('the same photo twice in a bin is kept once; in two bins both say so', async ({ page }) => {
  await openReady(page);
  await dropPaths(page, [fixture('plain.jpg')], bin(page, 'classic'));
  await expect(photo(page, 'plain.jpg')).toHaveAttribute('data-status', 'ready');
  await dropPaths(page, [fixture('plain.jpg')], bin(page, 'classic'));
  await expect(page.locator('[data-notice="already-there"]')).toContainText(
    'plain.jpg is already in classic',
  );
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(1);
  await dropPaths(page, [fixture('plain.jpg')], bin(page, 'modern'));
  await expect(photosOf(bin(page, 'modern'))).toContainText('also: classic');
  await expect(photosOf(bin(page, 'classic'))).toContainText('also: modern');
});

test('a picture is pasted into the tray', async ({ page }) => {
  await openReady(page);
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 300 });
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
    if (!blob) throw new Error('no picture');
    const data = new DataTransfer();
    data.items.add(new File([blob], 'pasted.png', { type: 'image/png' }));
    document.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(tray(page).locator('[data-photo="pasted.png"]')).toHaveAttribute('data-status', 'ready');
});
