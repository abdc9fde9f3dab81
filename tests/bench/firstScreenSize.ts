// What the first screen fetches of our code.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The network's start, the page, and all that they import at once.
 * @param dist the built page
 * @returns bytes, each file compressed on its own, as servers do
 */
export function firstScreenSize(dist: string): number {
  const assets = join(dist, 'assets');
  const found = new Set(readdirSync(assets).filter((name) => /^(start|page)-.*\.js$/.test(name)));
  let size = 0;
  for (const name of found) {
    const code = readFileSync(join(assets, name), 'utf8');
    size += gzipSync(code).length;
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)/g)) {
      found.add(imported);
    }
  }
  return size;
}
