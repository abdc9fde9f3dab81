// Lists of many photos: all of them are there, few of them cost anything, and everything that a list can do still works.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { countDrawnComponents, drawnBy } from './drawnComponents.ts';
import { bin, fixture, openReady, photo, photosOf, rectsOf, teachDrawings, tray } from './support.ts';

/** Items of React Aria's, with a menu of their own. */
const whole = (place: Locator): Locator => place.locator('[data-photo]:has([aria-haspopup="menu"])');

/** The same picture, each with bytes of its own, named `001.jpg` and so on. */
function copies(count: number): string[] {
  const folder = test.info().outputPath('photos');
  mkdirSync(folder, { recursive: true });
  const bytes = readFileSync(fixture('plain.jpg'));
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${String(i + 1).padStart(3, '0')}.jpg`);
    writeFileSync(path, Buffer.concat([bytes, Buffer.from(String(i))]));
    return path;
  });
}

/** Without the network nothing comes after the tiles, so that what a change draws is all its own. */
async function openWithoutNetwork(page: Page): Promise<void> {
  await page.route('**/manifest.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'false');
}

async function dropInto(page: Page, label: string, count: number): Promise<void> {
  await bin(page, label).locator('input[type=file]').setInputFiles(copies(count));
  await expect(photosOf(bin(page, label))).toHaveCount(count);
  // So many are read ahead of the network.
  await expect(page.locator('[data-photo][data-status="reading"]')).toHaveCount(Math.min(count, 64));
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'true', { timeout: 60_000 });
}

test('200 photos are 200 elements at once; only those on the screen are whole', async ({ page }) => {
  await openWithoutNetwork(page);
  await dropInto(page, 'classic', 200);
  const list = bin(page, 'classic');
  await expect.poll(() => whole(list).count()).toBeGreaterThan(10);
  expect(await whole(list).count()).toBeLessThan(80);
  await expect(list.locator('[data-photo][data-status]')).toHaveCount(200);
  await expect(list.getByRole('row')).toHaveCount(200);

  // Whoever scrolls finds them whole, and those that have gone are let go.
  await photo(page, '200.jpg').scrollIntoViewIfNeeded();
  await expect(photo(page, '200.jpg').getByRole('button', { name: 'Move or remove 200.jpg' })).toBeAttached();
  await expect(photo(page, '001.jpg').locator('button')).toHaveCount(0);
  expect(await whole(list).count()).toBeLessThan(80);
  const heights = (await rectsOf(page, '[data-bin="classic"] [data-photo]')).map(({ height }) =>
    height.toFixed(1),
  );
  expect(new Set(heights).size).toBe(1);
});

test('a change draws no more among 200 photos than among 70', async ({ page }) => {
  const drawn: Record<string, number>[] = [];
  await countDrawnComponents(page);
  for (const count of [70, 200]) {
    await openWithoutNetwork(page);
    await dropInto(page, 'classic', count);
    const name = page.getByRole('textbox', { name: 'Name of the project' });
    // Keys after the mouse, and the mouse after keys, draw every item once: React Aria describes dragging anew.
    await photo(page, '002.jpg').click();
    const choose = await drawnBy(page, () => photo(page, '003.jpg').click());
    await page.keyboard.press('ArrowRight');
    const walk = await drawnBy(page, () => page.keyboard.press('ArrowRight'));
    const remove = await drawnBy(page, () => page.keyboard.press('Delete'));
    const undo = await drawnBy(page, () => page.keyboard.press('Control+z'));
    await name.fill(`${count} photos`);
    const rename = await drawnBy(page, () => name.press('Enter'));
    drawn.push({ choose, walk, remove, undo, rename });
    await page.locator('[data-clear]').click();
  }
  const [few, many] = drawn;
  for (const [act, components] of Object.entries(many ?? {})) {
    expect(components, act).toBeLessThan((few?.[act] ?? 0) * 1.25 + 20);
    expect(components, act).toBeLessThan(600);
  }
});

test('a long list is walked, selected, dragged and emptied as a short one is', async ({ page }) => {
  await openWithoutNetwork(page);
  await dropInto(page, 'classic', 90);
  const list = bin(page, 'classic');
  const selected = list.locator('[data-photo][aria-selected="true"]');
  await photo(page, '002.jpg').click();
  await photo(page, '004.jpg').click({ modifiers: ['Control'] });
  await expect(selected).toHaveCount(2);
  await photo(page, '009.jpg').click({ modifiers: ['Shift'] });
  await expect(selected).toHaveCount(7);

  // By keyboard to the last, which nobody had seen.
  await page.keyboard.press('End');
  await expect(photo(page, '090.jpg')).toBeFocused();
  await expect(photo(page, '090.jpg')).toBeInViewport();
  await page.keyboard.press('ArrowLeft');
  await expect(photo(page, '089.jpg')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(list.locator('[data-photo]:focus')).not.toHaveAttribute('data-photo', '089.jpg');
  await page.keyboard.press('Home');
  await expect(photo(page, '001.jpg')).toBeFocused();
  await expect(photo(page, '001.jpg')).toBeInViewport();

  // Several of them by mouse.
  await photo(page, '003.jpg').click();
  await photo(page, '005.jpg').click({ modifiers: ['Control'] });
  await photo(page, '005.jpg').dragTo(bin(page, 'modern').getByRole('grid'));
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(2);
  await expect(photosOf(list)).toHaveCount(88);

  // By menu, and all of them by key.
  await photo(page, '006.jpg').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to modern' }).click();
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(3);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await photo(page, '007.jpg').click();
  await page.keyboard.press('Control+a');
  await expect(selected).toHaveCount(87);
  await page.keyboard.press('Delete');
  await expect(photosOf(list)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(photosOf(list)).toHaveCount(87);
});

test('test photos off the screen are judged, too', async ({ page }) => {
  await openReady(page);
  await teachDrawings(page);
  // Photos that cannot be used make the project a large one, and need no network.
  const broken = copies(30);
  for (const path of broken) writeFileSync(path, 'no photo');
  await bin(page, 'modern').locator('input[type=file]').setInputFiles(broken);
  await tray(page).locator('input[type=file]').setInputFiles(copies(12));
  const rows = tray(page).locator('[data-photo]');
  await expect(tray(page).locator('[data-verdict][data-score][data-distance]')).toHaveCount(12);
  expect(await whole(tray(page)).count()).toBeLessThan(12);
  // The same picture everywhere: whole or not, a row says the same and is as high.
  const said = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-score')));
  expect(new Set(said).size).toBe(1);
  const heights = (await rectsOf(page, '[data-tray] [data-photo]')).map(({ height }) => height.toFixed(1));
  expect(heights).toHaveLength(12);
  expect(new Set(heights).size).toBe(1);
});

test('while photos are being looked at, a tile that is pointed at or tapped works at once', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ hasTouch: true, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openReady(page);
  const list = bin(page, 'classic');
  await list.locator('input[type=file]').setInputFiles(copies(38));
  await expect(photosOf(list)).toHaveCount(38);
  const more = (name: string) => photo(page, name).getByRole('button', { name: `Move or remove ${name}` });
  await photo(page, '005.jpg').hover();
  await expect(more('005.jpg')).toBeAttached({ timeout: 1000 });
  await tapShortly(page, '011.jpg');
  await expect(photo(page, '011.jpg')).toHaveAttribute('aria-selected', 'true');
  await expect(more('011.jpg')).toBeAttached({ timeout: 1000 });
  await pressAtOnce(page, '020.jpg');
  await expect(photo(page, '020.jpg')).toHaveAttribute('aria-selected', 'true');
  await expect(photo(page, '020.jpg')).toBeFocused();
  await expect(photo(page, '011.jpg')).toHaveAttribute('aria-selected', 'false');
  // In the end all are whole, and have their pictures.
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(38);
  await expect(whole(list)).toHaveCount(38);
  await expect(list.locator('[data-photo] img')).toHaveCount(38);
  await context.close();
});

/** Scrolls to a tile, however often it is another element meanwhile. */
async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const tile = `[data-photo="${name}"]`;
  await page.evaluate((one) => document.querySelector(one)?.scrollIntoView({ block: 'nearest' }), tile);
  const [rect] = await rectsOf(page, tile);
  if (!rect) throw new Error('the tile is nowhere');
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** A finger that rests opens the menu, and on a busy machine one does that is to go up at once: then it comes again. */
async function tapShortly(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('menu');
  for (;;) {
    await photo(page, name).tap();
    await expect(page.locator(`[data-photo="${name}"][aria-selected="true"]`).or(menu).first()).toBeVisible();
    if ((await menu.count()) === 0) return;
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
  }
}

/** A mouse that jumps, as by remote control: it has not been anywhere near before it presses. */
async function pressAtOnce(page: Page, name: string): Promise<void> {
  const at = { ...(await middleOf(page, name)), button: 'left' as const, clickCount: 1 };
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  await session.detach();
}
