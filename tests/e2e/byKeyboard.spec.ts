// Without a mouse and without seeing: everything from an empty page to a verdict and its reasons by keys, and what a screen
// reader says of it meanwhile.

import { expect, type Page, test } from '@playwright/test';
import { bin, drawCarFiles, focusFirmly, openReady, photo, photosOf, tray } from './support.ts';

/** Every line that the page has had read out, also those that are gone again. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const lines: string[] = [];
    Object.assign(window, { heard: lines });
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) lines.push(node.textContent ?? '');
      }
    }).observe(document.querySelector('[data-said]') as Element, { childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/** Presses the focused button, and gives the files to the dialog that it opens. */
async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await dialog).setFiles([...files]);
}

/** Walks by Tab, as a person does who has not read the code, until the control with that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    expect(
      await page.evaluate(() => document.activeElement?.matches(':focus-visible') ?? false),
      'what has the focus can be seen to have it',
    ).toBe(true);
  }
  throw new Error(`Tab does not come to ${name}`);
}

test('from an empty page to a verdict and its reasons, by keys alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const files = await drawCarFiles(
    page,
    (['classic', 'modern'] as const).flatMap((kind) =>
      [1, 2, 3].map((i) => ({ kind, seed: 520 + i, name: `${kind}-${i}.png` })),
    ),
  );
  const [tested = ''] = await drawCarFiles(page, [{ kind: 'modern', seed: 911, name: 'which.png' }]);
  await openReady(page);
  const heard = await listen(page);
  // With a listener for good: Playwright switches off what it hears of dialogs after each, and on again too late.
  page.on('filechooser', () => undefined);

  await tabTo(page, 'Add photos to classic');
  await chooseFiles(page, files.slice(0, 3));
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(3);
  await tabTo(page, 'Add photos to modern');
  await chooseFiles(page, files.slice(3));
  await expect.poll(heard).toContain('3 photos added to modern.');
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^Learned from 6 photos; \d of 6 right/));
  await tabTo(page, 'Add photos to the test tray');
  await chooseFiles(page, [tested]);
  await expect
    .poll(heard)
    .toContainEqual(expect.stringMatching(/^which\.png: (modern|classic|neither), by /));

  // Its reasons: the list is one stop of Tab, its photos are walked by arrows.
  await focusFirmly(photo(page, 'which.png'));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-explanation] [data-term]')).toHaveCount(8);
  await expect(photo(page, 'which.png')).toHaveAccessibleName(/^which\.png: .+, by .+\.$/);

  // A bin's name.
  const name = page.getByRole('textbox', { name: 'Name of the bin classic' });
  await name.focus();
  await name.press('ControlOrMeta+A');
  await page.keyboard.type('old');
  await page.keyboard.press('Enter');
  await expect.poll(heard).toContain('The bin classic is called old now.');

  // From bin to bin by its menu; the focus stays where the photo was.
  await focusFirmly(photo(page, 'classic-2.png'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Move or remove classic-2.png' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Move to modern' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(heard).toContain('classic-2.png moved to modern.');
  await expect(photosOf(bin(page, 'modern'))).toHaveCount(4);
  await expect(bin(page, 'old').locator('[data-photo]:focus-within, [data-photo]:focus')).toHaveCount(1);

  // Several at once: chosen with Shift, out and back.
  await focusFirmly(photo(page, 'modern-1.png'));
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bin(page, 'modern').locator('[aria-selected="true"]')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect.poll(heard).toContain('2 photos removed from modern.');
  await expect(bin(page, 'modern').locator('[data-photo]:focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(heard).toContain('Undone: 2 photos removed from modern.');
  await page.keyboard.press('ControlOrMeta+Y');
  await expect.poll(heard).toContain('Done again: 2 photos removed from modern.');
  await expect(photosOf(tray(page))).toHaveCount(1);
  // Each is said once.
  const lines = await heard();
  expect(lines.filter((line) => line === '3 photos added to classic.')).toHaveLength(1);
});
