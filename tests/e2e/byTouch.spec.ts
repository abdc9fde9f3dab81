// Phones and tablets: nothing is dragged there. Photos are taken up by taps and put down by one.

import { expect, type Locator, test } from '@playwright/test';
import { expectNoFaults } from './axe.ts';
import { bin, drawCarFiles, expectWidth, openReady, photo, photosOf, settled, tray } from './support.ts';

for (const { device, width, height } of [
  { device: 'phone', width: 390, height: 844 },
  { device: 'tablet', width: 820, height: 1180 },
]) {
  test.describe(device, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width, height } });

    test('photos are taught, moved and judged by taps', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openReady(page);
      const cars = ['a', 'b', 'c', 'd'].map((letter, i) => ({
        kind: i < 2 ? ('classic' as const) : ('modern' as const),
        seed: 540 + i,
        name: `${letter}.png`,
      }));
      const files = await drawCarFiles(page, cars);

      // All of them come into the tray, as from a phone's gallery.
      const dialog = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Add photos to the test tray' }).first().tap();
      await (await dialog).setFiles(files);
      await expect(photosOf(tray(page))).toHaveCount(4);
      await settled(page);

      const bar = page.locator('[data-moving]');
      const begin = page.getByRole('button', { name: 'Move', exact: true }).first();
      await begin.tap();
      await expect(bar).toHaveAttribute('data-moving', '0');
      await photo(page, 'a.png').tap();
      await photo(page, 'b.png').tap();
      await expect(bar).toHaveAttribute('data-moving', '2');
      await expectNoFaults(page);
      // By the bar, which is never far.
      await bar.getByRole('button', { name: 'Put 2 photos into classic' }).tap();
      await expect(photosOf(bin(page, 'classic'))).toHaveCount(2);
      await expect(bar).toHaveCount(0);

      // By a tap on the bin itself, wherever that is.
      await begin.tap();
      await photo(page, 'c.png').tap();
      await bin(page, 'modern').scrollIntoViewIfNeeded();
      await bin(page, 'modern').tap({ position: { x: width / 8, y: 60 } });
      await expect(photosOf(bin(page, 'modern'))).toHaveCount(1);
      await expect(photo(page, 'd.png')).toHaveAttribute('data-verdict', /./);

      // Without it a tap shows the reasons.
      await photo(page, 'd.png').tap();
      await expect(page.locator('[data-explanation] [data-term]')).toHaveCount(8);
      await begin.tap();
      await bar.getByRole('button', { name: 'Cancel' }).tap();
      await expect(bar).toHaveCount(0);
      await expectWidth(page, width);
      expect(await tooSmall(page.locator('button, a, select, input:not([type="file"])'))).toEqual([]);
    });
  });
}

/** Targets of less than 24 x 24 pixels (WCAG 2.2, 2.5.8), but for links within a sentence. */
const tooSmall = (targets: Locator): Promise<string[]> =>
  targets.evaluateAll((all) =>
    all.flatMap((element) => {
      // A switch's target is its label, a slider's its track.
      const target = element.matches('input') ? element.closest('label, [role="group"]') : null;
      const { width, height } = (target ?? element).getBoundingClientRect();
      const isSeen =
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1;
      const isInline = getComputedStyle(element).display === 'inline';
      return isSeen && !isInline && (width < 24 || height < 24)
        ? [`${element.outerHTML.slice(0, 120)}: ${width} x ${height}`]
        : [];
    }),
  );
