// A folder of as many photos as one likes, sorted as a person would sort them.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Two bins and a fifth of the photos to test: a few photos again and again, each with bytes of its own, so that the page
 * takes them for different ones. Removed when `use` is done.
 * @param source a folder with JPEGs
 */
export async function withPhotoFolder<Answer>(
  source: string,
  count: number,
  use: (folder: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'binsight-many-'));
  const names = readdirSync(source).filter((name) => /\.jpe?g$/i.test(name));
  try {
    for (let i = 0; i < count; i++) {
      const place = join(folder, i % 5 === 4 ? 'test' : i % 2 === 0 ? 'classic' : 'modern');
      mkdirSync(place, { recursive: true });
      const bytes = readFileSync(join(source, names[i % names.length] ?? ''));
      writeFileSync(join(place, `${i}.jpg`), Buffer.concat([bytes, Buffer.from(String(i))]));
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
