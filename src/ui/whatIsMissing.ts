// What bins still need before anything can be learned from them.

import type { Project } from '../store/project.ts';
import { list } from './sentences.ts';
import { words } from './words/words.ts';

/** @returns null where two of them hold a photo */
export function whatIsMissing({ bins, photos }: Project): string | null {
  const says = words.page.learning;
  if (bins.length < 2) return says.addBin;
  const used = new Set(photos.map(({ place }) => place));
  const empty = bins.filter(({ id }) => !used.has(id));
  if (bins.length - empty.length > 1) return null;
  return empty.length === bins.length ? says.allEmpty : says.empty(list(empty.map(({ label }) => label)));
}
