// Saved records that could not be read, as a zip that a person can look into: each as it was, and the photos it names.

import type { AsideRecord } from '../store/storage/library.ts';
import type { PackedEntry } from './archive/packArchive.ts';
import { photoTypeOf } from './archive/photoTypes.ts';
import { createNames } from './project/safeNames.ts';

export type { AsideRecord };

export function* asideEntries(records: readonly AsideRecord[]): Iterable<PackedEntry> {
  const folderName = createNames();
  for (const { name, reason, at, value, photos } of records) {
    const folder = folderName(name, 'project');
    const about = { name, reason, setAside: new Date(at).toISOString(), record: value };
    yield { path: `${folder}/record.json`, data: JSON.stringify(about, asText, 2) };
    const photoNames = photoNamesIn(value);
    const fileName = createNames(['record.json']);
    for (const [key, file] of photos) {
      const wanted = photoNames.get(key) ?? key;
      const ending = file.type.split('/')[1] ?? 'bin';
      const path = photoTypeOf(wanted) ? wanted : `${wanted}.${ending}`;
      yield { path: `${folder}/${fileName(path, 'photo')}`, data: file };
    }
  }
}

/** What JSON has no words for is said in others. */
const asText = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

/** By key, where the record is still good enough to tell. */
function photoNamesIn(record: unknown): ReadonlyMap<string, string> {
  const { photos }: { photos?: unknown } = typeof record === 'object' && record !== null ? record : {};
  const names = new Map<string, string>();
  for (const photo of Array.isArray(photos) ? (photos as unknown[]) : []) {
    const { key, name }: { key?: unknown; name?: unknown } =
      typeof photo === 'object' && photo !== null ? photo : {};
    if (typeof key === 'string' && typeof name === 'string' && name !== '') names.set(key, name);
  }
  return names;
}
