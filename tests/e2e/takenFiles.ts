// What the page gives away: files as the browser saves them, and what is in them.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { openArchive } from '../../src/export/archive/openArchive.ts';

/** Presses a button and keeps the file that the browser saves. @returns its path, with the name that the page gave it */
export async function take(page: Page, kind: string, folder: string): Promise<string> {
  const coming = page.waitForEvent('download');
  // By key: what is worked out above it may move it between a button of the mouse going down and up.
  await page.locator(`[data-export="${kind}"]`).press('Enter');
  const download = await coming;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** @returns paths within the archive, in their order */
export async function unpack(archive: string, into: string): Promise<string[]> {
  const entries = await openArchive(new Blob([readFileSync(archive)]));
  for (const { path, read } of entries) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), await read());
  }
  return entries.map(({ path }) => path);
}
