// Why, and how sure: explanations that add up, neither, and the numbers behind them, on the talk's own photos.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { dropPaths, filesIn, openReady, photo, settled, sharedPath, tray } from './support.ts';

const PRIUS = '6790397898_1d1f2033ec_prius.jpg';

/** The talk's folder and the cat, learned and tried out. */
async function teachCars(page: Page): Promise<void> {
  await openReady(page);
  await dropPaths(page, [sharedPath('images/cars')], tray(page));
  await tray(page)
    .locator('input[type=file]')
    .setInputFiles(sharedPath('images/cat-with-tongue_224x224.jpg'));
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', '20', { timeout: 60_000 });
  await settled(page);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-loo', /./);
}

const numberOf = async (target: Locator, name: string): Promise<number> =>
  Number(await target.getAttribute(name));

const sumOfTerms = async (page: Page): Promise<number> =>
  await page
    .locator('[data-explanation] [data-term]')
    .evaluateAll((all) => all.reduce((sum, term) => sum + Number(term.getAttribute('data-value')), 0));

/** Chooses a photo by keyboard-free means that work wherever its list has been scrolled to. */
async function choose(page: Page, name: string): Promise<Locator> {
  const row = photo(page, name);
  await row.scrollIntoViewIfNeeded();
  // The list notes where it has been scrolled to with its next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await row.click();
  await expect(page.locator('section', { has: page.locator('#why-heading') })).toContainText(name);
  return row;
}

async function expectAddsUp(page: Page, row: Locator): Promise<void> {
  const score = await numberOf(row, 'data-score');
  await expect.poll(() => sumOfTerms(page)).toBeCloseTo(score, 4);
  const map = page.locator('[data-heatmap]');
  await expect(map).toHaveAttribute('data-heatmap', 'ready');
  await expect(map).toHaveAttribute('data-sum', /./);
  const constant = await numberOf(page.locator('[data-term="constant"]'), 'data-value');
  await expect.poll(async () => (await numberOf(map, 'data-sum')) + constant).toBeCloseTo(score, 4);
}

test('what pushes a score adds up to it, by classes, by places, and with other features', async ({
  page,
}) => {
  await teachCars(page);
  for (const name of [PRIUS, '8063941495_e029a072e4_c.jpg', 'cat-with-tongue_224x224.jpg']) {
    await expectAddsUp(page, await choose(page, name));
  }
  const row = await choose(page, PRIUS);
  await expect(page.locator('[data-reason]')).toContainText('Modern, because it looks less like convertible');

  // A class says its own numbers when it is pointed at, or focused.
  const step = page.locator('[data-term="convertible"] button');
  await step.focus();
  await expect(page.locator('[data-explanation]')).toContainText(
    /Here −?\d+\.\d\d, in your photos −?\d+\.\d\d/,
  );
  const name = (await step.getAttribute('aria-label')) ?? '';
  const [here = 0, mean = 0, , weight = 0, value = 0] =
    (name.split('Here')[1] ?? '')
      .replaceAll('−', '-')
      .match(/[+-]?\d+\.\d+/g)
      ?.map(Number) ?? [];
  expect((here - mean) * weight).toBeCloseTo(value, 2);

  // More classes, the same sum.
  await page.getByRole('button', { name: 'Show more classes' }).click();
  await expect(page.locator('[data-explanation] [data-term]')).toHaveCount(32);
  await expectAddsUp(page, row);

  // The places' own numbers, as many as the module has.
  await page.getByText(/Where the score comes from: 49 places/).click();
  await expect(page.locator('[data-heatmap] td')).toHaveCount(49);
  const shares = await page.locator('[data-heatmap] td').allTextContents();
  const total = shares.reduce((sum, share) => sum + Number(share.replace('−', '-')), 0);
  expect(total).toBeCloseTo(await numberOf(page.locator('[data-heatmap]'), 'data-sum'), 1);
  await page.getByText('Heat map', { exact: true }).click();
  await expect(page.locator('[data-heatmap]')).toHaveAttribute('data-heatmap', 'off');
  await page.getByText('Heat map', { exact: true }).click();

  await page.locator('a[href="#how-good"]').click();
  for (const [kind, places] of [
    ['pool5', 49],
    ['inception_4d', 196],
  ] as const) {
    await page.locator(`[data-use="${kind}"]`).click();
    await expect(page.locator(`[data-contender="${kind}"]`)).toHaveAttribute('data-in-use', 'true');
    await expect(page.getByText(`Where the score comes from: ${places} places`)).toHaveCount(1);
    // Channels are named by the classes that they speak for.
    await expect(page.locator('[data-explanation] [data-term]').nth(1)).toHaveAttribute(
      'data-term',
      /^#\d+ \w+.*, \w+/,
    );
    await expectAddsUp(page, row);
  }
  // Other features are a step that can be undone.
  await page.locator('[data-undo]').click();
  await page.locator('[data-undo]').click();
  await expect(page.locator('[data-contender="logits"]')).toHaveAttribute('data-in-use', 'true');
  await expectAddsUp(page, row);
});

test('a cat is neither, and so are other things; cars are not', async ({ page }) => {
  await teachCars(page);
  const cat = await choose(page, 'cat-with-tongue_224x224.jpg');
  await expect(cat).toHaveAttribute('data-verdict', 'neither');
  await expect(page.locator('[data-reason]')).toContainText('Neither.');
  await expect(page.locator('[data-reason]')).toContainText(/To ImageNet it looks like (tabby|tiger cat)/);
  await expect(page.locator('[data-probability]')).toHaveCount(0);

  // A tenth of the sample; the whole of it is judged in tests/browser/photosThroughNetwork.test.ts.
  const others = filesIn(sharedPath('images/imagenet-sample')).filter((_, i) => i % 10 === 0);
  await tray(page).locator('input[type=file]').setInputFiles(others);
  await expect(tray(page).locator('[data-photo][data-status="ready"]')).toHaveCount(18);
  const verdicts = await tray(page)
    .locator('[data-photo]')
    .evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-photo') ?? '', row.getAttribute('data-verdict')] as const),
    );
  const neither = verdicts.filter(([, verdict]) => verdict === 'neither').map(([name]) => name);
  expect(neither.filter((name) => name.endsWith('.JPEG'))).toHaveLength(10);
  expect(neither.filter((name) => name.endsWith('.jpg'))).toEqual(['cat-with-tongue_224x224.jpg']);

  // It can be turned off: then everything gets a bin; and on again by undo.
  await page.getByText('allow “neither”').click();
  await expect(tray(page).locator('[data-verdict="neither"]')).toHaveCount(0);
  await page.locator('[data-undo]').click();
  await expect(cat).toHaveAttribute('data-verdict', 'neither');
});

test('how sure: a probability with its basis, the margin, the nearest photos', async ({ page }) => {
  await teachCars(page);
  const row = await choose(page, PRIUS);
  const chance = await numberOf(page.locator('[data-probability]'), 'data-probability');
  expect(chance).toBeGreaterThan(0.5);
  expect(chance).toBeLessThan(1);
  await expect(page.locator('[data-probability]')).toContainText('from 20 photos left out one by one');

  const ruler = page.locator('[data-ruler]');
  await expect(ruler.getByRole('img')).toHaveAttribute('aria-label', /Photos of classic: from −.* to −/);
  const distance = Math.abs(await numberOf(row, 'data-distance'));
  await expect(ruler).toContainText(`${distance.toFixed(2)} from the boundary`);

  const alike = await page
    .locator('[data-neighbour]')
    .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-similarity'))));
  expect(alike).toHaveLength(5);
  expect(alike).toEqual([...alike].sort((a, b) => b - a));
  expect(alike[0]).toBeGreaterThan(await numberOf(page.locator('[data-neither-rule]'), 'data-limit'));
  // A neighbour shows its own reasons.
  const first = page.locator('[data-neighbour]').first();
  const name = (await first.getAttribute('data-neighbour')) ?? '';
  await first.getByRole('button').click();
  await expect(page.locator('[data-explanation]')).toBeVisible();
  await expect(photo(page, name)).toHaveAttribute('data-selected', 'true');
});
