// A project file in people's own hands: unpacked, changed, packed again, or dropped as the folder that it is.

import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { packArchive } from '../../src/export/archive/packArchive.ts';
import { choose, saved, seen } from './keepSupport.ts';
import { bin, drawCarFiles, dropPaths, openReady, photo, photosOf, teachDrawings, tray } from './support.ts';
import { take, unpack } from './takenFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'binsight-by-hand-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The project on the screen as a file, and as the folder that it becomes when it is unpacked. */
async function takeProject(page: Page): Promise<{ file: string; unpacked: string; paths: string[] }> {
  const into = mkdtempSync(join(folder, 'taken-'));
  const file = await take(page, 'project', into);
  const unpacked = join(into, 'Unpacked');
  return { file, unpacked, paths: await unpack(file, unpacked) };
}

/** As people pack: the folder itself, whatever it now holds. */
async function pack(unpacked: string, paths: readonly string[]): Promise<string> {
  const entries = paths.map((path) => ({
    path: `${basename(unpacked)}/${path}`,
    data: readFileSync(join(unpacked, path)),
  }));
  const file = `${unpacked}.zip`;
  const archive = await packArchive(entries, { date: new Date(2026, 0, 2) });
  writeFileSync(file, new Uint8Array(await archive.arrayBuffer()));
  return file;
}

/** What is taken away is below the first screen. */
async function dropFolder(page: Page, path: string): Promise<void> {
  await tray(page).scrollIntoViewIfNeeded();
  await dropPaths(page, [path], tray(page));
}

const documentOf = (unpacked: string): string => readFileSync(join(unpacked, 'project.json'), 'utf8');

/** Two drawn cars in each bin and one to test, under names that no folder could have, and settings of their own. */
async function makeProject(page: Page): Promise<void> {
  await teachDrawings(page, 2);
  await choose(page, 'test', await drawCarFiles(page, [{ kind: 'classic', seed: 600, name: 'test-1.png' }]));
  const label = bin(page, 'modern').getByRole('textbox');
  await label.fill('new / newer?');
  await label.press('Enter');
  await page.getByRole('switch').first().click({ force: true });
  await expect(bin(page, 'new / newer?')).toBeVisible();
  await saved(page);
}

test('photos and folders that were renamed, moved, added, edited or taken out', async ({ page }) => {
  await openReady(page);
  await makeProject(page);
  const { unpacked, paths } = await takeProject(page);
  const newer = paths.find((path) => path.endsWith('/modern-1.png'))?.split('/')[0] ?? '';
  const [added = '', edited = ''] = await drawCarFiles(page, [
    { kind: 'modern', seed: 700, name: 'added.png' },
    { kind: 'modern', seed: 701, name: 'edited.png' },
  ]);

  renameSync(join(unpacked, 'classic'), join(unpacked, 'oldtimer'));
  renameSync(join(unpacked, 'oldtimer/classic-1.png'), join(unpacked, 'oldtimer/best.png'));
  writeFileSync(join(unpacked, newer, 'modern-1.png'), readFileSync(edited));
  writeFileSync(join(unpacked, newer, 'added.png'), readFileSync(added));
  const changed = await pack(unpacked, [
    'oldtimer/best.png',
    'oldtimer/classic-2.png',
    `${newer}/modern-1.png`,
    `${newer}/added.png`,
    'test/test-1.png',
    'project.json',
  ]);
  await page.locator('input[type=file][data-import]').setInputFiles(changed);

  await expect(page.locator('[data-notice="project-changed"]')).toHaveText(
    `Unpacked.zip was opened without 1 photo that is not in it: modern-2.png. Not as when the file was written: ${newer}/modern-1.png. Added to its folders since: ${newer}/added.png. They were taken as they are.`,
  );
  expect((await seen(page)).split('\n').slice(1)).toEqual([
    'no neither',
    'oldtimer: best.png classic-2.png',
    'new / newer?: modern-1.png added.png',
    'tray: test-1.png',
  ]);
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(5);

  // Undone, the project is there as it was.
  await page.locator('[data-undo]').click();
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(2);
  await expect(photo(page, 'modern-2.png')).toBeVisible();
});

test('the unpacked folder, dropped, is the project; without project.json it is folders', async ({ page }) => {
  await openReady(page);
  await makeProject(page);
  const before = await seen(page);
  const { file, unpacked } = await takeProject(page);

  await dropFolder(page, unpacked);
  const copy = before.replace(/^.*$/m, (name) => `${name} 2`);
  await expect.poll(() => seen(page)).toBe(copy);
  await expect(page.locator('[data-photo][data-status="ready"]')).toHaveCount(5);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  // Out once more, and from the zip: nothing has changed on the way but the name, which was taken.
  const again = await takeProject(page);
  const unnamed = (text: string) => text.replace(/^ {2}"name": .*$/m, '');
  expect(unnamed(documentOf(again.unpacked))).toBe(unnamed(documentOf(unpacked)));
  await page.locator('input[type=file][data-import]').setInputFiles(file);
  await expect.poll(() => seen(page)).toBe(copy.replace(' 2\n', ' 3\n'));

  rmSync(join(unpacked, 'project.json'));
  await page.locator('[data-clear]').click();
  await dropFolder(page, unpacked);
  await expect(photosOf(bin(page, 'classic'))).toHaveCount(2);
  await expect(photosOf(tray(page))).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Name of the project' })).toHaveValue(/ 3$/);
});
