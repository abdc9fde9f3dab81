// Does the page leave its main thread free while many photos come in? By the processor's time, of which a task takes as much
// on a busy machine as on a quiet one; several times what it takes, for slower ones. How long it takes by the clock is the
// benchmark's to say.

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { measureLongTasks } from '../bench/longTaskTimes.ts';
import { withPhotoFolder } from '../bench/photoFolder.ts';
import { fixture } from './support.ts';

const PHOTOS = 120;
/** Milliseconds. The longest takes about 40. */
const LONGEST = 150;

test('no task of the main thread is long while 120 photos come in, are looked at and judged', async ({
  baseURL,
}) => {
  const source = test.info().outputPath('source');
  mkdirSync(source, { recursive: true });
  // One for either bin.
  for (const name of ['grey.jpg', 'plain.jpg']) copyFileSync(fixture(name), join(source, name));
  await withPhotoFolder(source, PHOTOS, async (folder) => {
    const { processor } = await measureLongTasks(baseURL ?? '', folder, PHOTOS);
    expect(processor.longest[0]).toBeGreaterThan(0);
    expect(processor.longest[0]).toBeLessThan(LONGEST);
  });
});
