// As people set their browsers: text spaced out, zoomed to 200 and 400 %, colours that the system dictates, nothing moving.

import { expect, type Page, test } from '@playwright/test';
import { bin, drawCarFiles, expectWidth, openReady, photo, settled, teachDrawings, tray } from './support.ts';

/** A page with something on every part of its first screen. */
async function openFilled(page: Page): Promise<void> {
  await openReady(page);
  await teachDrawings(page);
  const [tested = ''] = await drawCarFiles(page, [{ kind: 'modern', seed: 912, name: 'tested.png' }]);
  await tray(page).locator('input[type=file]').setInputFiles(tested);
  await expect(photo(page, 'tested.png')).toHaveAttribute('data-verdict', /./);
  await settled(page);
  await photo(page, 'tested.png').click();
  await expect(page.locator('[data-explanation] [data-term]')).toHaveCount(8);
}

/** Controls whose words are cut off at a side, without an ellipsis that says so. */
const cutOff = (page: Page): Promise<string[]> =>
  page.locator('button, a, h1, h2, h3, p, label, option').evaluateAll((all) =>
    all.flatMap((element) => {
      const { overflow, textOverflow, webkitLineClamp, clip, position } = getComputedStyle(element);
      const hasEllipsis = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
      const isHiding = /hidden|clip/.test(overflow) && !hasEllipsis;
      const isUnseen = position === 'absolute' && clip !== 'auto';
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      return isHiding &&
        !isUnseen &&
        clientWidth > 1 &&
        (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
        ? [element.outerHTML.slice(0, 120)]
        : [];
    }),
  );

test('with text spaced out, at 200 % and at 400 %, nothing is cut off or runs over the side', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openFilled(page);
  // WCAG 2.2, 1.4.12. What the page's own rules say of styles keeps a foreign one out, but not from a person's extension.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  for (const [width, height] of [
    [1280, 800],
    [640, 400],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectWidth(page, width);
    await expect.poll(() => cutOff(page), `at ${width} pixels`).toEqual([]);
  }
  // All of it can still be used there.
  await page.getByRole('button', { name: 'More about classic' }).click();
  const menu = await page.getByRole('menu').boundingBox();
  expect(menu?.x).toBeGreaterThanOrEqual(0);
  expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(320);
});

test('in colours that the system dictates, what is chosen, focused and measured can still be told', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await openFilled(page);
  await bin(page, 'classic').getByRole('button', { name: 'Add photos to classic' }).first().focus();
  const outlineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return `${outlineStyle} ${Math.round(Number.parseFloat(outlineWidth))}`;
      });
  await page.keyboard.press('Tab');
  expect(await outlineOf(':focus')).toBe('solid 2');
  expect(await outlineOf('[data-photo="tested.png"]')).toBe('solid 2');
  // The dot on the bar and the bins' marks have their own colours still.
  const colours = await page
    .locator(
      '[data-photo="tested.png"] [aria-hidden="true"] span, [data-bin] header > span[aria-hidden="true"]',
    )
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  const ground = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(colours.length).toBeGreaterThan(4);
  for (const colour of colours) expect(colour).not.toBe(ground);
  expect(new Set(colours).size).toBeGreaterThan(2);
});

test('who wants nothing to move sees nothing move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const look = () => {
      for (const animation of document.getAnimations()) {
        const { duration = 0 } = animation.effect?.getComputedTiming() ?? {};
        if (Number(duration) > 1) moved.push(`${animation.constructor.name} of ${duration} ms`);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openFilled(page);
  await photo(page, 'classic-1.png').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to modern' }).click();
  await settled(page);
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});
