// The saved projects: read, written and cleared away, each write in one transaction.

import { BinsightError } from '../../core/errors.ts';
import type { Features } from '../../core/types.ts';
import type { KnownPicture } from '../known.ts';
import type { PhotoKey, Project, ProjectId } from '../project.ts';
import { type Database, isConnectionLost, openDatabase, STORES } from './database.ts';
import {
  type FeaturesRecord,
  nameOfRecord,
  type PictureRecord,
  readFeaturesRecord,
  readPictureRecord,
  readProjectRecord,
  type SavedProject,
  writeProjectRecord,
} from './records.ts';

/** What is written at once. */
export interface Batch {
  readonly project: Project;
  /** The last one that this tab has read or written; 0 for a project that was never saved. */
  readonly revision: number;
  readonly sha256s: ReadonlyMap<PhotoKey, string>;
  readonly modelId: string | null;
  readonly files: readonly (readonly [PhotoKey, Blob])[];
  readonly pictures: readonly KnownPicture[];
  /** By SHA-256. */
  readonly features: readonly (readonly [string, Features])[];
  /** Of which photos the files are saved, these included. */
  readonly isKept: (key: PhotoKey) => boolean;
  readonly now: number;
}

/** What was found out about a photo; null for what has to be found out again. */
export interface SavedResults {
  readonly picture: PictureRecord | null;
  readonly features: Features | null;
}

/** Another tab has written this project since: this one's picture of it is old. */
export class WrittenElsewhere extends Error {
  override readonly name = 'WrittenElsewhere';
}

/** What this tab had saved is no longer there: somebody has cleared the site's data. */
export class StorageCleared extends Error {
  override readonly name = 'StorageCleared';
}

export class Library {
  #open: () => Promise<Database>;
  #database: Promise<Database> | null = null;

  constructor(open: typeof openDatabase = openDatabase, name?: string) {
    this.#open = () =>
      open({
        ...(name === undefined ? {} : { name }),
        onClosed: () => {
          this.#database = null;
        },
      });
  }

  /**
   * All projects, deleted ones too, the last changed first. Records that cannot be read are set aside, unless a newer
   * version of the page wrote them: it will want them where they are.
   * @throws BinsightError `storage-none`, `storage-newer`
   */
  async list(now: number): Promise<{ projects: readonly SavedProject[]; aside: readonly string[] }> {
    const [ids, values] = await this.#use(async (database) => {
      const transaction = database.transaction('projects');
      return await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    });
    const projects: SavedProject[] = [];
    const aside: string[] = [];
    for (const [i, value] of values.entries()) {
      const id = ids[i] ?? '';
      try {
        projects.push(readProjectRecord(value));
      } catch (error) {
        aside.push(nameOfRecord(value, id));
        const isNewer = error instanceof BinsightError && error.code === 'storage-newer';
        if (!isNewer) await this.#setAside(id, value, String(error), now);
      }
    }
    return { projects: projects.sort((a, b) => b.changed - a.changed), aside };
  }

  async load(id: ProjectId): Promise<SavedProject | null> {
    const value = await this.#use((database) => database.get('projects', id));
    try {
      return value === undefined ? null : readProjectRecord(value);
    } catch {
      return null;
    }
  }

  /**
   * Writes all of it or nothing.
   * @returns the project's new revision
   * @throws WrittenElsewhere; StorageCleared; QuotaExceededError; DOMException when a photo's bytes cannot be read
   */
  async save(batch: Batch): Promise<number> {
    const { project, revision, sha256s, modelId, files, pictures, features, isKept, now } = batch;
    return await this.#use(async (database) => {
      const transaction = database.transaction(['projects', 'files', 'pictures', 'features'], 'readwrite');
      const store = <Name extends 'projects' | 'files' | 'pictures' | 'features'>(name: Name) =>
        transaction.objectStore(name);
      // Waited for by `done`, which alone tells whether all of it is there.
      const ignore = () => undefined;
      try {
        const written = revisionOf(await store('projects').get(project.id));
        if (written === 0 && revision > 0) throw new StorageCleared(project.id);
        if (written !== revision) throw new WrittenElsewhere(`revision ${written}, not ${revision}`);
        const saved = { project, sha256s, modelId, revision: revision + 1, changed: now, deleted: null };
        store('projects').put(writeProjectRecord(saved, isKept)).catch(ignore);
        for (const [key, file] of files) store('files').put(file, key).catch(ignore);
        for (const { picture, thumbnail } of pictures) {
          const { sha256, width, height } = picture;
          const record: PictureRecord = { sha256, width, height, thumbnail };
          store('pictures').put(record).catch(ignore);
        }
        for (const [sha256, { logits, pool5, inception_4d }] of features) {
          const record: FeaturesRecord = { modelId: modelId ?? '', sha256, logits, pool5, inception_4d };
          store('features').put(record).catch(ignore);
        }
      } catch (error) {
        // A put may throw at once, and then what came before it would be written without the rest.
        transaction.done.catch(ignore);
        transaction.abort();
        throw error;
      }
      await transaction.done;
      return revision + 1;
    });
  }

  /** @param when null takes the mark away again; a project that was never saved has nothing to mark */
  async markDeleted(id: ProjectId, when: number | null): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction('projects', 'readwrite');
      const value = await transaction.store.get(id);
      if (typeof value === 'object' && value !== null) {
        await transaction.store.put({ ...value, deleted: when });
      }
      await transaction.done;
    });
  }

  async readFile(key: PhotoKey): Promise<Blob | undefined> {
    const value = await this.#use((database) => database.get('files', key));
    return value instanceof Blob ? value : undefined;
  }

  /** Of many photos at once, in the order of their hashes. */
  async readResults(sha256s: readonly string[], modelId: string | null): Promise<readonly SavedResults[]> {
    return await this.#use(async (database) => {
      const transaction = database.transaction(['pictures', 'features']);
      const [pictures, features] = [transaction.objectStore('pictures'), transaction.objectStore('features')];
      return await Promise.all(
        sha256s.map(async (sha256) => {
          const [picture, found] = await Promise.all([
            pictures.get(sha256),
            modelId === null ? undefined : features.get([modelId, sha256]),
          ]);
          return { picture: readPictureRecord(picture), features: readFeaturesRecord(found) };
        }),
      );
    });
  }

  /**
   * Removes projects that were deleted long ago, and what no project needs any more. Only for the one tab that is open:
   * another's undo may still bring back a photo.
   * @param kept photos that this tab may bring back
   * @param before deleted earlier than this: milliseconds since 1970
   */
  async clearAway(kept: ReadonlySet<PhotoKey>, before: number): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(STORES, 'readwrite');
      const projects = transaction.objectStore('projects');
      const needed = new Set<string>();
      let isReadable = true;
      for (const value of await projects.getAll()) {
        try {
          const { project, sha256s, deleted } = readProjectRecord(value);
          if (deleted !== null && deleted < before) {
            await projects.delete(project.id);
          } else {
            for (const { key } of project.photos) needed.add(key);
            for (const sha256 of sha256s.values()) needed.add(sha256);
          }
        } catch {
          // What it needs is not known.
          isReadable = false;
        }
      }
      const setAside = await transaction.objectStore('aside').count();
      if (isReadable && setAside === 0) {
        for (const key of await transaction.objectStore('files').getAllKeys()) {
          if (!needed.has(key) && !kept.has(key)) await transaction.objectStore('files').delete(key);
        }
        for (const sha256 of await transaction.objectStore('pictures').getAllKeys()) {
          if (!needed.has(sha256)) await transaction.objectStore('pictures').delete(sha256);
        }
        for (const key of await transaction.objectStore('features').getAllKeys()) {
          if (!needed.has(key[1])) await transaction.objectStore('features').delete(key);
        }
      }
      await transaction.done;
    });
  }

  async #setAside(id: ProjectId, value: unknown, reason: string, now: number): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['projects', 'aside'], 'readwrite');
      await transaction.objectStore('aside').add({ store: 'projects', id, value, reason, at: now });
      await transaction.objectStore('projects').delete(id);
      await transaction.done;
    });
  }

  /** Browsers close a database now and then: once more with a new connection, then it is a failure. */
  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#connect());
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      this.#database = null;
      return await work(await this.#connect());
    }
  }

  #connect(): Promise<Database> {
    this.#database ??= this.#open().catch((error: unknown) => {
      this.#database = null;
      throw error;
    });
    return this.#database;
  }
}

function revisionOf(value: unknown): number {
  const revision = typeof value === 'object' && value !== null && 'revision' in value ? value.revision : 0;
  return typeof revision === 'number' ? revision : 0;
}
