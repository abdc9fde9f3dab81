// What the tests of saving do beside a person: count what the network is asked, and look into the browser's database.

import { expect, type Page } from '@playwright/test';
import type { CarKind } from '../../src/core/drawnCars.ts';
import { bin, drawCarFiles, tray } from './support.ts';

/** Counts how often the network is run on a photo, over reloads; to be called before the page is opened. */
export async function countNetworkRuns(page: Page): Promise<() => number> {
  let runs = 0;
  page.on('console', (message) => {
    if (message.text() === 'the network is run') runs++;
  });
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...args: Parameters<typeof postMessage>) {
      const [message] = args as [{ path?: string[] } | undefined];
      // biome-ignore lint/suspicious/noConsole: what reaches the test from the page, over reloads.
      if (message?.path?.includes('featurize')) console.debug('the network is run');
      postMessage.apply(this, args);
    } as typeof postMessage;
  });
  return () => runs;
}

export const saved = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-saved', 'true', { timeout: 20_000 });

/** Ten for each bin and seven to test, as in the talk. */
export async function draw27(page: Page): Promise<Record<'classic' | 'modern' | 'test', string[]>> {
  const cars = (kind: CarKind, from: number, count: number, name: string) =>
    drawCarFiles(
      page,
      Array.from({ length: count }, (_, i) => ({ kind, seed: from + i, name: `${name}-${i + 1}.png` })),
    );
  return {
    classic: await cars('classic', 500, 10, 'classic'),
    modern: await cars('modern', 500, 10, 'modern'),
    test: [...(await cars('classic', 600, 4, 'old')), ...(await cars('modern', 600, 3, 'new'))],
  };
}

/** Photos into a bin or the tray by its own chooser. */
export async function choose(page: Page, place: string, paths: readonly string[]): Promise<void> {
  const target = place === 'test' ? tray(page) : bin(page, place);
  await target.locator('input[type=file]').setInputFiles([...paths]);
}

export async function drop27(page: Page): Promise<void> {
  const { classic, modern, test } = await draw27(page);
  await choose(page, 'classic', classic);
  await choose(page, 'modern', modern);
  await choose(page, 'test', test);
  await expect(page.locator('[data-photo]')).toHaveCount(27);
}

export const verdicts = (page: Page): Promise<readonly (string | undefined)[]> =>
  page
    .locator('[data-tray] [data-photo]')
    .evaluateAll((rows) => rows.map(({ dataset }) => `${dataset.photo} ${dataset.verdict}`));

/** How many records a store holds; asked from a page of the site that runs no code of ours. */
export async function countStored(page: Page, store: string): Promise<number> {
  return await page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('binsight');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const count = request.result.transaction(name).objectStore(name).count();
          count.onsuccess = () => {
            request.result.close();
            resolve(count.result);
          };
        };
      }),
    store,
  );
}

/** What a person sees of the project: its name, settings, bins, and where each photo lies. */
export async function seen(page: Page): Promise<string> {
  const places = await page.locator('[data-bin], [data-tray]').evaluateAll((elements) =>
    elements.map((element) => {
      const names = [...element.querySelectorAll<HTMLElement>('[data-photo]')].map(
        ({ dataset }) => dataset.photo,
      );
      return `${(element as HTMLElement).dataset.bin ?? 'tray'}: ${names.join(' ')}`;
    }),
  );
  const name = await page.getByRole('textbox', { name: 'Name of the project' }).inputValue();
  const neither = await page.getByRole('switch').first().isChecked();
  return [name, neither ? 'neither' : 'no neither', ...places].join('\n');
}

export async function chooseInProjectsMenu(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Projects' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}
