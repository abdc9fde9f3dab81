// Names that cannot be taken: the page says why where they were typed, keeps them to be mended, and cuts nothing.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoFaults } from './axe.ts';
import { bin, expectWidth, projectName } from './support.ts';

// No network is needed for a name.
async function open(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.route('**/models/**', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(bin(page, 'classic')).toBeVisible();
}

const binName = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: `Name of the bin ${name}` });

/** What a screen reader says of the field, beside its name. */
async function expectSaid(field: Locator, words: string): Promise<void> {
  await expect(field).toHaveAccessibleDescription(words);
  await expect(field.page().locator('[data-name-refused]')).toBeVisible();
}

test('a refused name stays to be mended, with the reason', async ({ page }) => {
  await open(page);
  const name = binName(page, 'classic');
  for (const [typed, why] of [
    [
      'test',
      '“test” stands for the photos to be judged, as in a project’s folders, so no bin can be called that.',
    ],
    ['Neither', '“Neither” is what a photo is called that fits no bin, so no bin can be called that.'],
    ['MODERN', 'Another bin is called “modern” already: capital letters make no difference.'],
  ] as const) {
    await name.fill(typed);
    await name.press('Enter');
    await expect(name).toBeFocused();
    await expect(name).toHaveValue(typed);
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expectSaid(name, `${why} It is still called “classic”.`);
    await expect(page.locator('[data-name-refused] [aria-live]')).toHaveText(
      /It is still called “classic”\.$/,
    );
  }
  // Elsewhere on the page it stays, too.
  await page.locator('h1').click();
  await expect(name).toHaveValue('MODERN');
  await expect(bin(page, 'classic')).toBeVisible();
  await expectNoFaults(page);
  // Mended, it is taken.
  await name.fill('modern art');
  await expect(page.locator('[data-name-refused]')).toHaveCount(0);
  await name.press('Enter');
  await expect(bin(page, 'modern art')).toBeVisible();
});

test('Escape and a button give a refused name up', async ({ page }) => {
  await open(page);
  const name = binName(page, 'classic');
  await name.fill('test');
  await name.press('Enter');
  await name.press('Escape');
  await expect(name).toHaveValue('classic');
  await expect(page.locator('[data-name-refused]')).toHaveCount(0);

  await name.fill('test');
  await name.press('Tab');
  await page.getByRole('button', { name: 'Leave it so' }).click();
  await expect(name).toHaveValue('classic');
  await expect(name).toHaveAttribute('aria-invalid', 'false');
  await expect(page.locator('[data-name-refused]')).toHaveCount(0);
  await expect(page.locator('[data-undo]')).toBeDisabled();
});

test('without a name it is called as before, and that is said', async ({ page }) => {
  await open(page);
  for (const [field, kind, before] of [
    [binName(page, 'classic'), 'A bin', 'classic'],
    [projectName(page), 'A project', 'Untitled'],
  ] as const) {
    await field.fill('  ');
    await field.press('Enter');
    await expectSaid(field, `${kind} needs a name. It is still called “${before}”.`);
    await field.press('Tab');
    await expect(field).toHaveValue(before);
    await expectSaid(field, `${kind} needs a name. It is still called “${before}”.`);
    await field.focus();
    await expect(page.locator('[data-name-refused]')).toHaveCount(0);
    await field.blur();
  }
});

test('a long name is never cut, neither typed nor pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const long = 'Oldtimers of the fifties and the sixties, seen from the side';
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  for (const [field, before] of [
    [binName(page, 'classic'), 'classic'],
    [projectName(page), 'Untitled'],
  ] as const) {
    await field.click();
    await field.press('ControlOrMeta+A');
    await field.press('ControlOrMeta+V');
    await expect(field).toHaveValue(long);
    await expectSaid(field, '60 characters; there is room for 40, so take out 20.');
    await field.press('Enter');
    await expect(field).toHaveValue(long);
    await expectSaid(
      field,
      `60 characters; there is room for 40, so take out 20. It is still called “${before}”.`,
    );
    for (let i = 0; i < 20; i++) await field.press('Backspace');
    await expect(page.locator('[data-name-refused]')).toHaveCount(0);
    await field.press('Enter');
  }
  await expect(bin(page, long.slice(0, 40))).toBeVisible();
  await expect(projectName(page)).toHaveValue(long.slice(0, 40));
});

for (const width of [1280, 390]) {
  test(`what is said has room at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    for (const field of [binName(page, 'classic'), binName(page, 'modern'), projectName(page)]) {
      await field.fill('x'.repeat(60));
      await field.press('Enter');
      const said = page.locator('[data-name-refused]').filter({ hasText: 'It is still called' });
      const box = await said.first().boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      await expectWidth(page, width);
      // Nothing lies over it.
      await said.first().getByRole('button').click();
      await expect(said).toHaveCount(0);
    }
  });
}
