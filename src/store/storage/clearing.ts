// What nobody needs any more, out of the database.

import type { PhotoKey, ProjectId } from '../project.ts';
import { type Database, STORES } from './database.ts';
import { type SavedProject, tryReadProject } from './records.ts';

/** What is gone. */
export interface Cleared {
  readonly projects: readonly ProjectId[];
  readonly files: readonly PhotoKey[];
  /** By hash. */
  readonly pictures: readonly string[];
  /** By the network's id and hash. */
  readonly features: readonly (readonly [string, string])[];
}

/**
 * In one transaction, so that nothing is saved in between.
 * @param kept keys and hashes to leave where they are, even though no project names them
 * @param isOver projects that go
 */
export async function clearStores(
  database: Database,
  kept: ReadonlySet<string>,
  isOver: (project: SavedProject) => boolean,
): Promise<Cleared> {
  const transaction = database.transaction(STORES, 'readwrite');
  const store = <Name extends (typeof STORES)[number]>(name: Name) => transaction.objectStore(name);
  const needed = new Set(kept);
  const projects: ProjectId[] = [];
  for (const value of await store('projects').getAll()) {
    const saved = tryReadProject(value);
    if (saved && isOver(saved)) {
      await store('projects').delete(saved.project.id);
      projects.push(saved.project.id);
    } else {
      addTextsOf(value, needed);
    }
  }
  addTextsOf(await store('aside').getAll(), needed);

  const gone = { files: [] as PhotoKey[], pictures: [] as string[] };
  for (const name of ['files', 'pictures'] as const) {
    for (const key of await store(name).getAllKeys()) {
      if (needed.has(key)) continue;
      await store(name).delete(key);
      gone[name].push(key);
    }
  }
  const features: [string, string][] = [];
  for (const key of await store('features').getAllKeys()) {
    if (needed.has(key[1])) continue;
    await store('features').delete(key);
    features.push(key);
  }
  await transaction.done;
  return { projects, ...gone, features };
}

/** Whatever a record may mean by it, also one that cannot be read: a text in it may be the name of a photo. */
export function addTextsOf(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (Array.isArray(value)) for (const part of value) addTextsOf(part, texts);
  else if (isPlain(value)) for (const part of Object.values(value)) addTextsOf(part, texts);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
