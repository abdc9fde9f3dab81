// Inside the network: what its stages find on a photo, and dreams that the page itself judges.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoFaultsInBothThemes } from './axe.ts';
import { dropPaths, openReady, photo, settled, sharedPath, tray } from './support.ts';

const PRIUS = '6790397898_1d1f2033ec_prius.jpg';
const DREAM = '6790397898_1d1f2033ec_prius more modern.png';

const inside = (page: Page): Locator => page.locator('[data-inside]');
const dream = (page: Page): Locator => inside(page).locator('[data-dream]');

/** The talk's cars are learned, and the place is open for one to test. */
async function openInside(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReady(page);
  await dropPaths(page, [sharedPath('images/cars')], tray(page));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '20', { timeout: 60_000 });
  await settled(page);
  await photo(page, PRIUS).click();
  await page.getByRole('button', { name: 'Look inside' }).press('Enter');
  await expect(inside(page)).toBeVisible();
}

/** What the pictures show: each one's darkest and brightest level, and how many of them differ. */
const lookAtPictures = (pictures: Locator) =>
  pictures.evaluateAll((all) => {
    const levels = all.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data = new Uint8ClampedArray() } =
        (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {};
      return [...data].filter((_, i) => i % 4 === 0);
    });
    return {
      blank: levels.filter((of) => Math.max(...of) - Math.min(...of) < 200).length,
      different: new Set(levels.map((of) => of.join())).size,
    };
  });

test('the strongest channels of every stage, one laid over the photo, by keyboard', async ({ page }) => {
  await openInside(page);
  const stages = inside(page).locator('[data-stage-shown]');
  const channels = inside(page).getByRole('option');
  await expect(stages).toHaveAttribute('data-stage-shown', 'conv1');

  // To 4c by the arrow keys, with every stage on the way.
  await inside(page).getByRole('tab', { name: 'conv1: 112 × 112 places, 64 channels' }).focus();
  for (const name of ['conv2', '3a', '3b', '4a', '4b', '4c']) {
    await page.keyboard.press('ArrowRight');
    await expect(inside(page).getByRole('tab', { selected: true })).toContainText(name);
    await expect(stages).toHaveAttribute('data-status', 'ready');
  }
  await expect(channels).toHaveCount(24);
  await expect(inside(page)).toContainText('The 24 of 512 channels that are strongest on average');
  expect(await lookAtPictures(channels.locator('canvas'))).toEqual({ blank: 0, different: 24 });

  // Walking the grid lays a channel over the photo and says its numbers.
  await channels.first().focus();
  await page.keyboard.press('ArrowRight');
  const second = (await channels.nth(1).getAttribute('data-channel')) ?? '';
  await expect(channels.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(inside(page).locator(`[data-over-photo="${second}"]`)).toBeVisible();
  await expect(inside(page)).toContainText(`Channel ${second} of 4c.`);
  await expectNoFaultsInBothThemes(page, '[data-inside]');
  // Once more, and none is chosen.
  await page.keyboard.press('Enter');
  await expect(inside(page).locator('[data-over-photo]')).toHaveCount(0);
  await expect(inside(page)).not.toContainText('NaN');
  await inside(page).getByRole('button', { name: 'Show 96' }).click();
  await expect(channels).toHaveCount(96);

  // At two of the stages channels are named by the classes that they speak for.
  await inside(page).getByRole('tab', { name: /^5b/ }).click();
  await expect(channels).toHaveCount(24);
  await expect(channels.first()).toHaveAccessibleName(
    /^Channel \d+, [\d.]+ on average, speaks for .+ and .+/,
  );
  await expect(inside(page).locator('[data-over-photo]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(inside(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Look inside' })).toBeFocused();
});

test('a dream that is stopped has raised the score, and so says the page’s own verdict', async ({ page }) => {
  // A worker that does not come is said, and tried again.
  await page.route('**/dreamer.worker*', (route) => route.abort());
  await openInside(page);
  await inside(page).getByRole('button', { name: 'More modern' }).press('Enter');
  await expect(dream(page)).toHaveAttribute('data-dream', 'failed');
  await expect(dream(page)).toContainText('The network did not answer');
  await page.unroute('**/dreamer.worker*');
  await inside(page).getByRole('button', { name: 'Try again' }).press('Enter');

  // Escape ends the dream, and nothing else.
  await expect(inside(page).getByRole('button', { name: 'Stop' })).toBeFocused();
  const course = dream(page).locator('[data-step]');
  await expect
    .poll(async () => Number(await course.getAttribute('data-step').catch(() => 0)), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(6);
  await page.keyboard.press('Escape');
  await expect(dream(page)).toHaveAttribute('data-dream', 'stopped');
  await expect(course).toContainText(
    /^Stopped after step \d+ of 60\. The dream’s own score went from \+0\.\d\d to \+\d/,
  );
  const [first, last] = [await course.getAttribute('data-first'), await course.getAttribute('data-last')];
  expect(Number(last) - Number(first)).toBeGreaterThan(1);
  await expect(inside(page).locator('canvas[data-dreamt="160"]')).toBeVisible();

  // Photo and dream are parted by keyboard, too.
  const parting = inside(page).getByRole('slider');
  await parting.focus();
  await page.keyboard.press('Home');
  await expect(parting).toHaveValue('0');

  await inside(page).getByRole('button', { name: 'Add to the test photos' }).press('Enter');
  // What lies behind is not undone meanwhile.
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(photo(page, DREAM)).toHaveCount(1);
  const verdict = (name: string) => inside(page).locator(`[data-verdict-of="${name}"]`);
  await expect(verdict(DREAM)).toHaveAttribute('data-score', /./);
  const [before, after] = [
    await verdict(PRIUS).getAttribute('data-score'),
    await verdict(DREAM).getAttribute('data-score'),
  ];
  expect(Number(after)).toBeGreaterThan(Number(before) + 0.5);
  await expectNoFaultsInBothThemes(page, '[data-inside]');
  const download = page.waitForEvent('download');
  await inside(page).getByRole('button', { name: 'Save picture' }).click();
  expect((await download).suggestedFilename()).toBe(DREAM);

  // Closing ends a dream, too: what has been dreamt is there when the place is opened again.
  await inside(page).getByRole('button', { name: 'Back to the photo' }).click();
  await inside(page).getByRole('button', { name: 'More classic' }).click();
  await expect(dream(page)).toHaveAttribute('data-dream', 'dreaming', { timeout: 60_000 });
  await inside(page).getByRole('button', { name: 'Close' }).click();
  await expect(inside(page)).toHaveCount(0);
  await expect(photo(page, DREAM)).toHaveAttribute('data-score', after ?? '');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await expect(dream(page)).toHaveAttribute('data-dream', 'stopped');
  await expect(dream(page)).toContainText('Dream: more classic');
});
