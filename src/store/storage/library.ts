// The saved projects: read and written, each write in one transaction.

import { BinsightError } from '../../core/errors.ts';
import type { Features } from '../../core/types.ts';
import type { KnownPicture } from '../known.ts';
import { newKey } from '../newKey.ts';
import type { PhotoKey, Project, ProjectId } from '../project.ts';
import { addTextsOf, type Cleared, clearStores } from './clearing.ts';
import { type Database, isConnectionLost, openDatabase } from './database.ts';
import { withinDeadline } from './deadline.ts';
import { featuresId } from './featuresId.ts';
import {
  type Damage,
  type FeaturesRecord,
  isOfNewerVersion,
  nameOfRecord,
  type PictureRecord,
  type ReadProject,
  readFeaturesRecord,
  readPictureRecord,
  readProjectRecord,
  type SavedProject,
  tryReadProject,
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
  /** Photos that the record may name: their files are saved, these included. */
  readonly kept: ReadonlySet<PhotoKey>;
  /** Milliseconds since 1970, and so is `deleted`; null for a project that is not. */
  readonly changed: number;
  readonly deleted: number | null;
}

/** What lies in the store of what was set aside. */
interface AsideEntry {
  readonly store: 'projects';
  readonly id: ProjectId;
  readonly value: unknown;
  readonly reason: string;
  readonly at: number;
}

/** What was found out about a photo; null for what has to be found out again. */
export interface SavedResults {
  readonly picture: PictureRecord | null;
  readonly features: Features | null;
}

/** A project whose record could not be read, or not all of it: as it was, it lies aside. */
export interface SetAside {
  readonly name: string;
  /** What is missing now; null: all of it. */
  readonly damage: Damage | null;
}

/** A record that was set aside, and the photos that it may mean. */
export interface AsideRecord {
  readonly name: string;
  /** Why it was set aside, and when: milliseconds since 1970. */
  readonly reason: string;
  readonly at: number;
  readonly value: unknown;
  readonly photos: readonly (readonly [PhotoKey, Blob])[];
}

export interface Listed {
  readonly projects: readonly SavedProject[];
  /** What was set aside just now. */
  readonly aside: readonly SetAside[];
  /** Names of those that a newer version of the page wrote, which will want them where they are. */
  readonly newer: readonly string[];
  /** How many records lie aside, from earlier too. */
  readonly asideCount: number;
}

/** What can be told of a project's record without reading all of it. */
export interface Signature {
  /** 0 for a project that is not there. */
  readonly revision: number;
  readonly writer: unknown;
  /** Milliseconds since 1970; null for one that is not deleted. */
  readonly deleted: number | null;
}

/** Another tab has written this project since: this one's picture of it is old. */
export class WrittenElsewhere extends Error {
  override readonly name = 'WrittenElsewhere';
}

/** What this tab had saved is no longer there: somebody has cleared the site's data. */
export class StorageCleared extends Error {
  override readonly name = 'StorageCleared';
}

/** Milliseconds until a database counts as one that does not answer: some browsers never open theirs. */
const OPEN_DEADLINE = 2_000;
/** A read may have to wait for a write of many photos. */
const READ_DEADLINE = 10_000;

export class Library {
  readonly #open: () => Promise<Database>;
  #database: Promise<Database> | null = null;
  /** It has kept somebody waiting for too long, and has not come since. */
  #isLate = false;
  /** This tab, in what it writes. */
  readonly #writer = newKey('tab');

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
   * All projects, deleted ones too, the last changed first.
   * @param now milliseconds since 1970
   * @throws BinsightError `storage-none`, `storage-newer`, `storage-failed`
   */
  async list(now: number): Promise<Listed> {
    const [ids, values] = await this.#read(async (database) => {
      const transaction = database.transaction('projects');
      return await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    });
    const projects: SavedProject[] = [];
    const aside: SetAside[] = [];
    const newer: string[] = [];
    for (const [i, value] of values.entries()) {
      const id = ids[i] ?? '';
      const name = nameOfRecord(value, id);
      try {
        const read = readProjectRecord(value);
        projects.push(read);
        if (read.damage) {
          aside.push({ name, damage: read.damage });
          await this.#setAside(id, JSON.stringify(read.damage), now);
        }
      } catch (error) {
        if (isOfNewerVersion(value)) {
          newer.push(name);
        } else {
          aside.push({ name, damage: null });
          await this.#setAside(id, String(error), now);
        }
      }
    }
    const asideCount = await this.#read((database) => database.count('aside'));
    return { projects: projects.sort((a, b) => b.changed - a.changed), aside, newer, asideCount };
  }

  async signature(id: ProjectId): Promise<Signature> {
    return signatureOf(await this.#read((database) => database.get('projects', id)));
  }

  /** @returns null for one that is not there, or cannot be read */
  async load(id: ProjectId): Promise<SavedProject | null> {
    return tryReadProject(await this.#read((database) => database.get('projects', id)));
  }

  /** Everything that was ever set aside, with every photo whose key a record holds anywhere. */
  async readAside(): Promise<readonly AsideRecord[]> {
    return await this.#read(async (database) => {
      const transaction = database.transaction(['aside', 'files']);
      const [records, keys] = await Promise.all([
        transaction.objectStore('aside').getAll(),
        transaction.objectStore('files').getAllKeys(),
      ]);
      return await Promise.all(
        records.map(async (record) => {
          const { id = '', value, reason = '', at = 0 } = record as Partial<AsideEntry>;
          const meant = new Set<string>();
          addTextsOf(value, meant);
          const photos = keys
            .filter((key) => meant.has(key))
            .map(async (key) => [key, await transaction.objectStore('files').get(key)] as const);
          const found = (await Promise.all(photos)).flatMap(([key, file]) =>
            file instanceof Blob ? [[key, file] as const] : [],
          );
          return { name: nameOfRecord(value, id), reason, at, value, photos: found };
        }),
      );
    });
  }

  /**
   * Writes all of it or nothing.
   * @returns the project's new revision
   * @throws WrittenElsewhere; StorageCleared; BinsightError `storage-newer`; QuotaExceededError; DOMException when a
   *   photo's bytes cannot be read
   */
  async save(batch: Batch): Promise<number> {
    const { project, sha256s, modelId, files, pictures, features, kept, changed, deleted } = batch;
    return await this.#use(async (database) => {
      const transaction = database.transaction(['projects', 'files', 'pictures', 'features'], 'readwrite');
      const store = <Name extends 'projects' | 'files' | 'pictures' | 'features'>(name: Name) =>
        transaction.objectStore(name);
      // Waited for by `done`, which alone tells whether all of it is there.
      const ignore = () => undefined;
      try {
        const revision = this.#nextRevision(batch, await store('projects').get(project.id));
        const saved = { project, sha256s, modelId, revision, changed, deleted };
        store('projects')
          .put(writeProjectRecord(saved, kept, this.#writer))
          .catch(ignore);
        for (const [key, file] of files) store('files').put(file, key).catch(ignore);
        for (const { picture, thumbnail } of pictures) {
          const { sha256, width, height } = picture;
          const record: PictureRecord = { sha256, width, height, thumbnail };
          store('pictures').put(record).catch(ignore);
        }
        for (const [sha256, found] of features) {
          const record: FeaturesRecord = { modelId: modelId ?? '', sha256, ...found };
          store('features').put(record).catch(ignore);
        }
        await transaction.done;
        return revision;
      } catch (error) {
        // A put may throw at once, and then what came before it would be written without the rest.
        transaction.done.catch(ignore);
        abort(transaction);
        throw error;
      }
    });
  }

  /** @param written the project's record as it lies in the database */
  #nextRevision({ project, revision }: Batch, written: unknown): number {
    if (isOfNewerVersion(written)) throw new BinsightError('storage-newer');
    const { revision: last, writer } = signatureOf(written);
    if (last === 0 && revision > 0) throw new StorageCleared(project.id);
    // A connection may be lost after a write and before its answer.
    const isOurs = last === revision + 1 && writer === this.#writer;
    if (last !== revision && !isOurs) throw new WrittenElsewhere(`revision ${last}, not ${revision}`);
    return last + 1;
  }

  /** @param when null takes the mark away again; a project that was never saved has nothing to mark */
  async markDeleted(id: ProjectId, when: number | null): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction('projects', 'readwrite');
      const value = await transaction.store.get(id);
      if (typeof value === 'object' && value !== null && !isOfNewerVersion(value)) {
        transaction.store.put({ ...value, deleted: when }).catch(() => undefined);
      }
      await transaction.done;
    });
  }

  async readFile(key: PhotoKey): Promise<Blob | undefined> {
    const value = await this.#read((database) => database.get('files', key));
    return value instanceof Blob ? value : undefined;
  }

  /** Of all photos whose bytes are here. */
  async fileKeys(): Promise<ReadonlySet<PhotoKey>> {
    return new Set(await this.#read((database) => database.getAllKeys('files')));
  }

  /** Names (featuresId.ts) of all features that are here. */
  async featuresIds(): Promise<ReadonlySet<string>> {
    const keys = await this.#read((database) => database.getAllKeys('features'));
    return new Set(keys.map(([modelId, sha256]) => featuresId(modelId, sha256)));
  }

  /** Of many photos at once, in the order of their hashes. */
  async readResults(sha256s: readonly string[], modelId: string | null): Promise<readonly SavedResults[]> {
    return await this.#read(async (database) => {
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
   * Removes projects that are over, and what no project needs any more. Only for the one tab that is open: another's
   * undo may still bring back a photo.
   * @param kept keys of photos, and hashes, that this tab may bring back
   */
  async clearAway(kept: ReadonlySet<string>, isOver: (project: SavedProject) => boolean): Promise<Cleared> {
    return await this.#use((database) => clearStores(database, kept, isOver));
  }

  /** What could be read of it goes on under its name, at the same revision: nothing that counts has changed. */
  async #setAside(id: ProjectId, reason: string, now: number): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['projects', 'aside'], 'readwrite');
      // As it is now: another tab may have done the same, or better.
      const value = await transaction.objectStore('projects').get(id);
      const read = tryReadProject(value);
      if (value !== undefined && (!read || read.damage)) {
        const entry: AsideEntry = { store: 'projects', id, value, reason, at: now };
        await transaction.objectStore('aside').add(entry);
        if (read) await transaction.objectStore('projects').put(rewritten(read, this.#writer));
        else await transaction.objectStore('projects').delete(id);
      }
      await transaction.done;
    });
  }

  /** Reads are waited for by a person. */
  #read<T>(work: (database: Database) => Promise<T>): Promise<T> {
    return withinDeadline(this.#use(work), READ_DEADLINE);
  }

  /** Browsers close a database now and then: once more with a new connection, then it is a failure. */
  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await this.#connect();
    try {
      return await work(database);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      database.close();
      this.#database = null;
      return await work(await this.#connect());
    }
  }

  async #connect(): Promise<Database> {
    this.#database ??= this.#begin();
    // Nobody else waits in vain.
    return await withinDeadline(this.#database, this.#isLate ? 0 : OPEN_DEADLINE).catch((error: unknown) => {
      if (this.#database) this.#isLate = true;
      throw error;
    });
  }

  async #begin(): Promise<Database> {
    try {
      return await this.#open();
    } catch (error) {
      this.#database = null;
      throw error;
    } finally {
      this.#isLate = false;
    }
  }
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function signatureOf(record: unknown): Signature {
  const { revision, writer, deleted }: { readonly [Name in keyof Signature]?: unknown } =
    typeof record === 'object' && record !== null ? record : {};
  return {
    revision: typeof revision === 'number' ? revision : 0,
    writer,
    deleted: typeof deleted === 'number' ? deleted : null,
  };
}

/** With all of its photos. */
const rewritten = (read: ReadProject, writer: string) =>
  writeProjectRecord(read, new Set(read.project.photos.map(({ key }) => key)), writer);
