// What a machine can find wrong for those who see little, hear the page, or use no mouse.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** @param within a selector; else the whole page */
export async function expectNoFaults(page: Page, within?: string): Promise<void> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

/** The same in both themes; the page follows its system. */
export async function expectNoFaultsInBothThemes(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoFaults(page, within);
  }
}
