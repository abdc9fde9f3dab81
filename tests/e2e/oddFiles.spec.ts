// Whatever is dropped: each file becomes a photo or says in one sentence why not, and the page goes on. What each file of the
// corpus is decoded to, tests/browser/oddFiles.test.ts holds to its numbers.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { ErrorCode } from '../../src/core/errors.ts';
import { CORPUS, writeCorpus } from '../support/corpus/corpus.ts';
import { writeCrowd } from '../support/corpus/crowd.ts';
import type { OddFacts } from '../support/corpus/oddFile.ts';
import {
  bin,
  drawCarFiles,
  dropPaths,
  expectWidth,
  openReady,
  photo,
  photosOf,
  settled,
  tray,
} from './support.ts';

/** The cause and the remedy of each refusal. */
const SAYS: Partial<Record<ErrorCode, RegExp>> = {
  'photo-empty': /^The file is empty \(0 bytes\)\. Copy it again/,
  'photo-svg': /^An SVG drawing has no pixels of its own\. Save it as PNG/,
  'photo-not-an-image':
    /^(This is (no photo|an? [\w ]+ file), whatever its name says\. Drop a JPEG|The file is damaged: .* Copy it again)/,
  'photo-unsupported': /^This browser cannot read [\w -]+ photos\. Save it as an ordinary JPEG/,
  'photo-truncated': /^The file is cut short: its end is missing\. Copy or download it again/,
  'photo-undecodable': /^The file is damaged: this browser cannot decode it\. Open and save it anew/,
  'photo-too-many-pixels': /^It has \d+ × \d+ pixels, more than 100 megapixels\. Save it smaller/,
};

/** Left beside people's photos by their systems: of no interest to anybody. */
const CLUTTER = ['.DS_Store', '._drawn.jpg', 'Thumbs.db', 'desktop.ini', '.photo.jpg.icloud'];

/** Whatever a file has made the page do that it must not. */
function watchTroubles(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('crash', () => troubles.push('the page has crashed'));
  page.on('dialog', (dialog) => troubles.push(`a dialog: ${dialog.message()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (request.url().includes('taken-over')) troubles.push(request.url());
  });
  return troubles;
}

const wanted = ({ name, outcome }: OddFacts): string =>
  `${name}: ${outcome.kind === 'works' ? 'ready' : outcome.code}`;

/** Name and status, or code, of each tile; in the order of their names. */
const tilesOf = async (page: Page): Promise<string[]> =>
  inOrder(
    await photosOf(bin(page, 'classic')).evaluateAll((tiles) =>
      (tiles as HTMLElement[]).map(
        ({ dataset }) => `${dataset.photo}: ${dataset.status === 'failed' ? dataset.error : dataset.status}`,
      ),
    ),
  );

/** By code units, as names that look alike must not count as equal. */
const inOrder = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => (a < b ? -1 : Number(a > b)));

test('the whole corpus in one drop: a photo or one sentence each, and neighbours that learn', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const troubles = watchTroubles(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReady(page);
  const title = await page.title();
  const folder = test.info().outputPath('corpus');
  const corpus = writeCorpus(folder);
  if (process.platform === 'linux') expect(corpus).toHaveLength(CORPUS.length);
  for (const name of CLUTTER) writeFileSync(join(folder, name), 'clutter');
  const twin = join(folder, 'the same as drawn.png');
  writeFileSync(twin, CORPUS.find(({ name }) => name === 'drawn.png')?.bytes() ?? '');
  const modern = [1, 2, 3].map((seed) => ({ kind: 'modern' as const, seed, name: `neighbour-${seed}.png` }));
  const neighbours = await drawCarFiles(page, modern);
  await dropPaths(
    page,
    [...[...corpus.map(({ name }) => name), ...CLUTTER].map((name) => join(folder, name)), twin],
    bin(page, 'classic'),
  );
  await dropPaths(page, neighbours, bin(page, 'modern'));

  const expected = inOrder(corpus.map(wanted));
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(expected.length, { timeout: 120_000 });
  await expect(
    page.locator('[data-photo][data-status="queued"], [data-photo][data-status="reading"]'),
  ).toHaveCount(0, {
    timeout: 120_000,
  });
  await settled(page);
  await expect.poll(() => tilesOf(page)).toEqual(expected);
  for (const { name } of modern) await expect(photo(page, name)).toHaveAttribute('data-status', 'ready');

  // Each refusal has its sentence.
  const sentences = new Map(
    await page
      .locator('[data-problem]')
      .evaluateAll((lines) =>
        lines.map((line): [string, string] => [line.getAttribute('data-problem') ?? '', line.textContent]),
      ),
  );
  for (const { name, outcome } of corpus) {
    if (outcome.kind === 'works') expect(sentences.has(name), name).toBe(false);
    else {
      const said = sentences.get(name) ?? '';
      expect(said.startsWith(`${name}: `), name).toBe(true);
      expect(said.slice(name.length + 2)).toMatch(SAYS[outcome.code] ?? /never/);
    }
  }

  // It has learned from all that are photos.
  const ready = corpus.filter(({ outcome }) => outcome.kind === 'works').length;
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', String(ready + modern.length));

  // No tile is blank: on a screen that holds all of them, each photo's picture is there.
  await page.setViewportSize({ width: 1280, height: 12_000 });
  const pictures = bin(page, 'classic').locator('[data-photo][data-status="ready"] img');
  await expect(pictures).toHaveCount(ready);
  await expect
    .poll(() =>
      pictures.evaluateAll(
        (all) => (all as HTMLImageElement[]).filter((img) => img.naturalWidth === 224).length,
      ),
    )
    .toBe(ready);
  await expect(bin(page, 'classic').locator('[data-photo][data-status="failed"] img')).toHaveCount(0);
  await expectWidth(page, 1280);
  await page.setViewportSize({ width: 1280, height: 800 });

  // And it is all there again.
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'true');
  await page.reload();
  await expect.poll(() => tilesOf(page), { timeout: 60_000 }).toEqual(expected);
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(ready);
  await photo(page, 'drawn.jpg').click();
  await expect(photo(page, 'drawn.jpg')).toHaveAttribute('aria-selected', 'true');
  expect(await page.title()).toBe(title);
  expect(troubles).toEqual([]);
});

test('names that no disk would take: 300 characters, or a folder in them', async ({ page }) => {
  const troubles = watchTroubles(page);
  await openReady(page);
  const names = [`${'long'.repeat(74)}.png`, `${'\u{1f697}'.repeat(150)}`, 'a folder/in a name.png', ''];
  expect(names[0]).toHaveLength(300);
  const files = names.map((name, i) => ({
    name,
    mimeType: 'image/png',
    buffer: Buffer.from(CORPUS.find((file) => file.name === `grey-${[1, 2, 4, 16][i]}.png`)?.bytes() ?? ''),
  }));
  await tray(page).locator('input[type=file]').setInputFiles(files);
  await expect(tray(page).locator('[data-photo][data-status="ready"]')).toHaveCount(names.length);
  for (const name of names.slice(0, 2)) await expect(photo(page, name)).toBeVisible();
  await expectWidth(page, 1280);
  expect(troubles).toEqual([]);
});

test('5,000 files in one drop, folders within folders: the page answers meanwhile, and all are there', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const troubles = watchTroubles(page);
  await openReady(page);
  const folder = test.info().outputPath('crowd');
  const { bins, photos, tests } = writeCrowd(folder, 5000, 20);
  // A name that is no text, as old disks have them.
  const isLinux = process.platform === 'linux';
  if (isLinux)
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'bars', 'gr')), Buffer.from([0xff]), Buffer.from('n.png')]),
      'x',
    );
  await dropPaths(page, [folder], tray(page));
  const open = page.locator('[data-photo][data-status="queued"]');
  if (isLinux)
    await expect(page.locator('[data-notice="unreadable-drop"]')).toContainText(
      'a name that this browser cannot read',
    );
  await expect(photo(page, '1.png').first()).toBeVisible();

  // Somebody does something while they are read.
  await photo(page, '1.png').first().click();
  await expect(photo(page, '1.png').first()).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('textbox', { name: 'Name of the project' }).fill('A crowd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the project' })).toHaveValue('A crowd');
  expect(await open.count()).toBeGreaterThan(0);

  // None is lost, none stays on its way.
  for (const [label, count] of Object.entries(bins))
    await expect(photosOf(bin(page, label))).toHaveCount(count, { timeout: 120_000 });
  await expect(page.locator('[data-bin]')).toHaveCount(Object.keys(bins).length);
  await expect(open).toHaveCount(0, { timeout: 500_000 });
  await settled(page);
  await expect(page.locator('[data-photo][data-status="failed"]')).toHaveCount(5000 - photos);
  await expect(page.locator('[data-problem]')).toHaveCount(5000 - photos);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', String(photos));
  await expect(tray(page).locator('[data-verdict]')).toHaveCount(tests);
  expect(troubles).toEqual([]);
});
