// Talk mode as a speaker uses it: from an empty page to the last slide, by keys alone.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectNoFaults } from './axe.ts';
import { drawCarFiles, dropPaths, openReady, photosOf, settled, sharedPath, tray } from './support.ts';

const talk = (page: Page) => page.locator('dialog[data-talk]');
const stage = (page: Page) => talk(page).locator('[data-stage]');

/** Neither the slide nor what is around it: the stepper is seen in whole. */
async function expectNothingRunsOver(page: Page): Promise<void> {
  for (const part of [talk(page), stage(page), talk(page).locator('nav')]) {
    // What does not fit is made smaller with the next frame.
    const over = () =>
      part.evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => [
        scrollHeight - clientHeight,
        scrollWidth - clientWidth,
      ]);
    await expect.poll(over).toEqual([0, 0]);
  }
  await expect(talk(page).locator('nav')).toBeInViewport({ ratio: 1 });
}

/** In pixels. */
const typeSize = (page: Page, selector: string): Promise<number> =>
  talk(page)
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test('the story of the cars, by keys', async ({ page }) => {
  const cat = sharedPath('images/cat-with-tongue_224x224.jpg');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReady(page);
  await page.keyboard.press('t');
  await expect(talk(page)).toHaveAttribute('data-talk', 'empty');
  await expect(talk(page)).toContainText('classic');
  await expectNothingRunsOver(page);

  await page.keyboard.press('ArrowRight');
  await expect(talk(page)).toHaveAttribute('data-talk', 'look');
  await expect(talk(page).locator('[data-class]').first()).toHaveAttribute('data-class', /cat|tabby/);
  await expect(talk(page).locator('[data-class]')).toHaveCount(5);
  await expectNothingRunsOver(page);
  await expectNoFaults(page);

  // A presenter's clicker sends these.
  await page.keyboard.press('PageDown');
  await expect(talk(page)).toHaveAttribute('data-talk', 'bins');
  await expect(talk(page).locator('li li img')).toHaveCount(20);
  await expectNothingRunsOver(page);

  await page.keyboard.press('4');
  await expect(talk(page).locator('[data-talk-ms]')).toHaveAttribute('data-talk-ms', /^\d/);
  await expect(talk(page)).toContainText(/\d+ of 20 come out right/);
  const before = await talk(page).locator('[data-talk-ms]').getAttribute('data-talk-ms');
  // It is learned anew, and measured anew.
  await expect(async () => {
    await page.keyboard.press('r');
    const now = await talk(page).locator('[data-talk-ms]').getAttribute('data-talk-ms', { timeout: 1000 });
    expect(now).not.toBe(before);
  }).toPass();

  await page.keyboard.press('5');
  await expect(talk(page)).toContainText('Which is it?');
  await expect(talk(page).locator('[data-answer]')).toHaveCount(0);
  await page.keyboard.press(' ');
  await expect(talk(page).locator('[data-answer]')).toHaveAttribute('data-answer', /classic|modern/);
  await expect(talk(page).locator('[data-reason]')).toContainText('because it');
  await expectNothingRunsOver(page);
  expect(await typeSize(page, '[data-reason]')).toBeGreaterThanOrEqual(768 / 25);
  expect(await typeSize(page, 'nav button')).toBeGreaterThanOrEqual(16);
  await page.keyboard.press('r');
  await expect(talk(page)).toContainText('Which is it?');
  // Seven photos, two slides each: the last answer is the one before the next step.
  await page.keyboard.press('6');
  // Below 0 is classic, as on every other slide.
  await expect(talk(page).locator('[data-wrong]')).toContainText(
    /taken for.*(classic.*−\d.*It lies in modern|modern.*\+\d.*It lies in classic)/,
  );
  await page.keyboard.press('PageUp');
  await expect(talk(page)).toHaveAttribute('data-talk', 'tests');
  await expect(talk(page).locator('[data-answer]')).toHaveCount(1);

  await page.keyboard.press('7');
  await expect(talk(page).locator('[data-answer]')).toHaveAttribute('data-answer', 'neither');
  await page.keyboard.press('End');
  await expect(talk(page).locator('[data-qr]')).toHaveAttribute('data-qr', new URL('/', page.url()).href);
  await expectNoFaults(page);

  // Somebody in the audience hands over a photo.
  await dropPaths(page, [cat], talk(page));
  await expect(talk(page).locator('[data-answer]')).toHaveAttribute('data-answer', 'neither');
  await expect(talk(page)).toContainText('8 of 8');
  const shown = await talk(page).getAttribute('data-slide');
  // Once more, from another slide: it lies there already, and is shown.
  await page.keyboard.press('1');
  await dropPaths(page, [cat], talk(page));
  await expect(page.locator('[data-notice="already-there"]')).toBeAttached();
  await expect(talk(page)).toHaveAttribute('data-slide', shown ?? '');
  await expect(talk(page)).toContainText('8 of 8');

  // A step that was clicked does not keep the keys.
  await talk(page).locator('[data-step="learned"]').click();
  await expect(talk(page)).toHaveAttribute('data-talk', 'learned');
  await page.keyboard.press(' ');
  await expect(talk(page)).toHaveAttribute('data-talk', 'tests');

  for (const size of [
    { width: 819, height: 614 },
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    for (const step of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      await page.keyboard.press(step);
      await expect(talk(page).locator('[aria-current="step"]')).toContainText(step);
      await expectNothingRunsOver(page);
    }
  }

  await page.keyboard.press('Escape');
  await expect(talk(page)).toHaveCount(0);
  await settled(page);
  await expect(photosOf(tray(page))).toHaveCount(8);
});

test('hears keys as soon as it is seen', async ({ page }) => {
  await openReady(page);
  await page.evaluate(() => {
    // Told before the browser draws what came.
    const observer = new MutationObserver(() => {
      const dialog = document.querySelector('dialog[data-talk]');
      if (!dialog) return;
      observer.disconnect();
      dialog.setAttribute('data-was-modal', String(dialog.matches(':modal')));
      dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    });
    observer.observe(document.body, { childList: true });
  });
  await page.keyboard.press('t');
  await expect(talk(page)).toHaveAttribute('data-was-modal', 'true');
  await expect(talk(page)).toHaveAttribute('data-talk', 'look');
});

test('opens by its address, and says what it waits for', async ({ page }) => {
  await page.route('**/samples/cars/**', (route) => route.fulfill({ status: 404 }));
  await page.route('**/models/inception-v1/*.bin', () => undefined);
  await page.goto('/#talk');
  await expect(talk(page)).toHaveAttribute('data-talk', 'empty');
  // The drawn cars are in their bins: it is the network that is missing.
  for (const step of ['2', '4', '6', '7']) {
    await page.keyboard.press(step);
    await expect(talk(page)).toContainText('Waiting for the network');
  }
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/#talk-3$/);
  await page.reload();
  await expect(talk(page)).toHaveAttribute('data-talk', 'bins');
  await page.evaluate(() => {
    location.hash = '';
  });
  await expect(talk(page)).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = '#talk-8';
  });
  await expect(talk(page)).toHaveAttribute('data-talk', 'link');
  await page.keyboard.press('Escape');
  await expect(talk(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
});

test('other bins than the cars, without the cat', async ({ page }, { outputDir }) => {
  await page.route('**/samples/cars/**', (route) => route.fulfill({ status: 404 }));
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReady(page);
  const name = page.getByRole('textbox', { name: 'Name of the bin classic' });
  await name.fill('hot dog');
  await name.press('Enter');
  await page.locator('h1').click();
  await page.keyboard.press('t');
  await expect(talk(page)).toContainText('hot dog');
  await page.keyboard.press('4');
  await expect(talk(page)).toContainText('give each of two bins at least one photo');
  await page.keyboard.press('Escape');
  // Nobody asked for cars here.
  await expect(page.locator('[data-photo]')).toHaveCount(0);

  const cars = await drawCarFiles(
    page,
    Array.from({ length: 7 }, (_, i) => ({ kind: 'classic' as const, seed: 40 + i, name: `car-${i}.png` })),
  );
  const folders = ['b', 'a name of forty characters, as many as go', 'd', 'e', 'f'].map((bin) => {
    const folder = join(outputDir, bin);
    mkdirSync(folder, { recursive: true });
    for (const car of cars) copyFileSync(car, join(folder, basename(car)));
    return folder;
  });
  await dropPaths(page, folders, page.locator('h1'));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '35');
  await page.keyboard.press('t');
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    for (const step of ['1', '3', '4', '6']) {
      await page.keyboard.press(step);
      await expect(talk(page).locator('[aria-current="step"]')).toContainText(step);
      await expectNothingRunsOver(page);
    }
  }
  await page.keyboard.press('3');
  await expect(talk(page)).toContainText('6 of 7 photos');
  await expect(talk(page)).not.toContainText('Two piles');

  await page.keyboard.press('7');
  await expect(talk(page)).toContainText('None of the test photos is of another kind');
  await dropPaths(page, [sharedPath('images/cat-with-tongue_224x224.jpg')], talk(page));
  await expect(talk(page)).toHaveAttribute('data-talk', 'tests');
  await page.keyboard.press('7');
  await expect(talk(page).locator('[data-answer]')).toHaveAttribute('data-answer', 'neither');

  // The talk covers the page's own notices: what is refused is said in it.
  const empty = join(outputDir, 'an empty folder');
  mkdirSync(empty);
  await dropPaths(page, [empty], talk(page));
  await expect(talk(page).locator('[data-talk-notices]')).toContainText('an empty folder');
  await expectNothingRunsOver(page);
  const broken = join(outputDir, 'broken.jpg');
  writeFileSync(broken, 'no photo');
  await dropPaths(page, [broken], talk(page));
  await expect(talk(page)).toContainText('2 of 2');
  await expect(stage(page)).toContainText('This is a text file');
  await expect(stage(page).locator('img')).toHaveCount(0);

  // A photo from a bin proves nothing, and says so; a reload goes on with the same one.
  await dropPaths(page, cars.slice(0, 1), talk(page));
  await expect(talk(page).locator('[data-learned-from]')).toContainText('It has been learned from');
  await expectNothingRunsOver(page);
  await page.reload();
  await expect(talk(page).locator('[data-learned-from]')).toBeVisible();
});
