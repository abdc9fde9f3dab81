// In a browser whose only GPU is the processor in disguise.

import { expect, test } from '@playwright/test';
import { CHROMIUM_ARGS, launchOptions } from '../support/machine.ts';
import { openReady } from './support.ts';

test.use({ launchOptions: launchOptions(CHROMIUM_ARGS) });

test('a GPU in software is passed over for WASM', async ({ page }) => {
  await openReady(page);
  await expect(page.locator('html')).toHaveAttribute('data-backend', 'wasm');
  const offers = await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
  expect(offers).toBe(true);
});
