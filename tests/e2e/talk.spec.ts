// Talk mode as a speaker uses it: from an empty page to the last slide, by keys alone.

import { expect, type Page, test } from '@playwright/test';
import { expectNoFaults } from './axe.ts';
import { dropPaths, openReady, photosOf, settled, sharedPath, tray } from './support.ts';

const talk = (page: Page) => page.locator('dialog[data-talk]');

async function expectNothingRunsOver(page: Page): Promise<void> {
  const over = await talk(page).evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => [
    scrollHeight - clientHeight,
    scrollWidth - clientWidth,
  ]);
  expect(over).toEqual([0, 0]);
}

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
  await page.keyboard.press('r');
  await expect(talk(page)).toContainText('Which is it?');
  // Seven photos, two slides each: the last answer is the one before the next step.
  await page.keyboard.press('6');
  await expect(talk(page).locator('[data-wrong]')).toContainText(/It lies in (classic|modern)/);
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

  for (const size of [
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

test('opens by its address, and says what it waits for', async ({ page }) => {
  await page.route('**/samples/cars/**', (route) => route.fulfill({ status: 404 }));
  await page.route('**/models/inception-v1/*.bin', () => undefined);
  await page.goto('/#talk');
  await expect(talk(page)).toHaveAttribute('data-talk', 'empty');
  for (const [step, words] of [
    ['2', 'looking'],
    ['4', 'Nothing learned yet'],
    ['6', 'Nothing has been tried out yet'],
    ['7', 'Nothing to compare'],
  ] as const) {
    await page.keyboard.press(step);
    await expect(talk(page)).toContainText(words);
  }
});
