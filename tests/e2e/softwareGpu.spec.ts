// In a browser whose only GPU is the processor in disguise.

import { expect, test } from '@playwright/test';
import { CHROMIUM_ARGS, launchOptions } from '../support/machine.ts';
import { decideFates, inject } from './faultSupport.ts';
import { choose } from './keepSupport.ts';
import { fixture, openReady, photo } from './support.ts';

test.use({ launchOptions: launchOptions(CHROMIUM_ARGS) });

test('a GPU in software is passed over for WASM', async ({ page }) => {
  await openReady(page);
  await expect(page.locator('html')).toHaveAttribute('data-backend', 'wasm');
  const offers = await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
  expect(offers).toBe(true);
});

test('a GPU that was asked for and is taken away leaves its photos to WASM, and the menu says why', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('binsight-backend', '"webgl"'));
  await decideFates(page, 'featurizer', () =>
    inject(() => {
      const { texStorage2D } = WebGL2RenderingContext.prototype;
      WebGL2RenderingContext.prototype.texStorage2D = function (...args) {
        texStorage2D.apply(this, args);
        this.getExtension('WEBGL_lose_context')?.loseContext();
      };
    }),
  );
  await page.goto('/');
  await choose(page, 'test', [fixture('plain.jpg')]);
  await expect(photo(page, 'plain.jpg')).toHaveAttribute('data-status', 'ready');
  await expect(page.locator('html')).toHaveAttribute('data-backend', 'wasm');
  await page.getByRole('button', { name: 'Computed with WASM' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'WebGL' })).toContainText('WebGL context lost');
});
