// A folder of thousands of files in bins, of which few are photos, beside empty and nested folders.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholePng } from './writers/png.ts';

/** A photo of its own, of the one kind or the other. */
function photo(kind: number, number: number): Uint8Array {
  const stripe = (at: number): boolean => at % 8 < 4;
  return wholePng({ width: 64, height: 48 }, (x, y) =>
    stripe(kind === 0 ? x : y) ? [200, 80 + number, 40] : [30, 60, 90 + number],
  );
}

export interface Crowd {
  /** Bins with the numbers of their files. */
  readonly bins: Readonly<Record<string, number>>;
  readonly photos: number;
  readonly tests: number;
}

/** @param count files in the bins, photos among them */
export function writeCrowd(folder: string, count: number, photos: number): Crowd {
  const labels = ['stripes', 'bars'];
  const bins: Record<string, number> = {};
  for (const [kind, label] of labels.entries()) {
    // Photos of a bin may lie deeper.
    const deep = join(folder, label, 'of last year', 'in spring');
    mkdirSync(deep, { recursive: true });
    const [all, good] = [count / 2, photos / 2];
    for (let n = 0; n < good; n++)
      writeFileSync(join(n === 0 ? deep : join(folder, label), `${n}.png`), photo(kind, n));
    for (let n = good; n < all; n++)
      writeFileSync(join(folder, label, `${n}.jpg`), `no photo: ${label} ${n}\n`);
    bins[label] = all;
  }
  mkdirSync(join(folder, 'empty', 'within'), { recursive: true });
  mkdirSync(join(folder, 'test'));
  writeFileSync(join(folder, 'test', 'unknown.png'), photo(0, 99));
  return { bins, photos, tests: 1 };
}
