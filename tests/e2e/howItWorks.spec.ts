// The page that explains how it works: what it says of the cars is what the app says, and everybody can read it.

import { expect, type Page, test } from '@playwright/test';
import { expectNoFaults } from './axe.ts';
import { expectWidth, openReady, sharedPath, tray } from './support.ts';

const PAGES = { en: '/how-it-works.html', de: '/how-it-works.de.html' };

/** Photos come when they come near; this looks at all of them. */
async function scrollThrough(page: Page): Promise<void> {
  await page.locator('[data-sample] img').evaluateAll(async (images) => {
    for (const image of images) {
      // Some may be gone again.
      image.scrollIntoView();
      await new Promise((seen) => requestAnimationFrame(seen));
    }
  });
}

test('it says of the cars what the app says of them', async ({ page, context }) => {
  sharedPath('images/cars');
  await openReady(page, '/?backend=wasm');
  await page.locator('[data-samples]').click();
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(7, { timeout: 60_000 });
  await expect(page.locator('[data-training]')).toHaveAttribute('data-loo', '0.85', { timeout: 60_000 });

  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'How it works' }).click();
  const article = await opened;
  await expect(article.locator('h1')).toHaveText('How it works');
  await expect(article.locator('#leftOut')).toContainText('17 of 20');
  const rows = await article
    .locator('[data-test]')
    .evaluateAll((all) =>
      all.map((row) => ({ file: row.dataset.test ?? '', score: Number(row.dataset.score) })),
    );
  expect(rows).toHaveLength(7);
  for (const { file, score } of rows) {
    const shown = await tray(page).locator(`[data-photo="${file}"]`).getAttribute('data-score');
    expect(Number(shown), file).toBeCloseTo(score, 3);
  }
  await scrollThrough(article);
  await expect
    .poll(() =>
      article
        .locator('[data-sample] img')
        .evaluateAll((all) => all.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length),
    )
    .toBe(12);
});

test('it can be read in both languages, light and dark, narrow and wide, from anywhere', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { language, colorScheme, width } of [
    { language: 'en', colorScheme: 'light', width: 390 },
    { language: 'de', colorScheme: 'dark', width: 1280 },
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(PAGES[language]);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const shown of [320, width]) {
      await page.setViewportSize({ width: shown, height: 800 });
      await expectWidth(page, shown);
    }
    await expectNoFaults(page);
  }
  // Below any path, and without a connection.
  const addresses = await page
    .locator('[src], [href]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => address.startsWith('/'))).toEqual([]);
  const worker = await (await page.request.get('/sw.js')).text();
  for (const address of Object.values(PAGES)) expect(worker).toContain(address.slice(1));
  expect(errors).toEqual([]);

  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(new RegExp(`${PAGES.en}$`));
  // What is wider than the screen can be moved by keys.
  await page.setViewportSize({ width: 390, height: 800 });
  const sum = page.getByRole('region', { name: 'The Prius’s score' });
  await sum.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => sum.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

test('it needs no photos, and no script', async ({ page, browser }) => {
  await page.route('**/samples/cars/*.jpg', (route) => route.fulfill({ status: 404 }));
  await page.goto(PAGES.en);
  await expect(async () => {
    await scrollThrough(page);
    await expect(page.locator('[data-sample]')).toHaveCount(0, { timeout: 300 });
  }).toPass();
  await expect(page.locator('[data-wrong]')).toHaveCount(3);
  await expect(page.locator('[data-test]')).toHaveCount(7);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(new URL(PAGES.en, page.url()).href);
  await expect(plain.locator('[data-drawing="gap"]')).toBeVisible();
  await expect(plain.locator('[data-sample]').first()).toBeHidden();
  await context.close();
});

test('the sheet for the lesson prints on one page, and everybody can read it', async ({ page }) => {
  for (const address of ['/handout.html', '/handout.de.html']) {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await expectWidth(page, 390);
    await expectNoFaults(page);
    for (const format of ['A4', 'Letter']) {
      const pdf = (
        await page.pdf({ format, margin: { top: '12mm', bottom: '12mm', left: '16mm', right: '16mm' } })
      ).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g), `${address} on ${format}`).toHaveLength(1);
    }
  }
});
