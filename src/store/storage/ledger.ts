// What is saved and what is not: plans each write, and learns from how it went.

import { MAX_BYTES } from '../../core/photoLimits.ts';
import type { Known, KnownPicture } from '../known.ts';
import type { PhotoFiles } from '../photoFiles.ts';
import type { Photo, PhotoKey, Project, ProjectId } from '../project.ts';
import { type State, sha256Of } from '../state.ts';
import type { Cleared } from './clearing.ts';
import { isQuotaExceeded } from './database.ts';
import { type Batch, type SavedResults, StorageCleared } from './library.ts';
import type { SavedProject } from './records.ts';

/** Photos per write: each write takes its time however small it is, and what is not written yet is lost with the page. */
const BATCH_PHOTOS = 128;
const BATCH_BYTES = 32e6;
const BATCH_RESULTS = 16;

/** What to do after a write that failed: plan anew, wait for room even for the project's record, or give up for now. */
export type Setback = 'again' | 'full' | 'broken';

/** A project as its record has it. */
interface Written {
  readonly project: Project;
  readonly revision: number;
  readonly changed: number;
  readonly modelId: string | null;
  /** How many of its photos are in the record, and of how many the hash. */
  readonly kept: number;
  readonly hashes: number;
}

export class Ledger {
  readonly #files: PhotoFiles;
  readonly #known: Known;
  readonly #savedFiles = new Set<PhotoKey>();
  /** By hash; of features per network. */
  readonly #savedPictures = new Set<string>();
  readonly #savedFeatures = new Map<string | null, Set<string>>();
  readonly #written = new Map<ProjectId, Written>();
  /** A photo's bytes never change: its hash is remembered also while it is being read once more. */
  readonly #sha256s = new Map<PhotoKey, string>();
  /** Photos that found no room, and those whose file cannot be read, or is too large for that. */
  readonly #noRoom = new Set<PhotoKey>();
  readonly #unreadable = new Set<PhotoKey>();
  /** Bytes: one of this size found no room. */
  #tooLarge = Number.POSITIVE_INFINITY;
  /** After one that found no room: one photo per write, because some may still fit. */
  #oneByOne = false;
  #noRoomForResults = false;

  constructor(files: PhotoFiles, known: Known) {
    this.#files = files;
    this.#known = known;
  }

  /** A project as it lies in the database. */
  know({ project, revision, changed, modelId, sha256s }: SavedProject): void {
    const { photos } = project;
    this.#written.set(project.id, {
      project,
      revision,
      changed,
      modelId,
      kept: photos.length,
      hashes: photos.filter(({ key }) => sha256s.has(key)).length,
    });
    for (const [key, sha256] of sha256s) {
      this.#sha256s.set(key, sha256);
      this.#files.expect(key, sha256);
    }
    // A photo that came in this session was saved by another tab, if at all.
    for (const { key } of photos) this.#savedFiles.add(key);
  }

  /** Results that lie in the database already, in the order of their hashes. */
  knowResults(modelId: string | null, sha256s: readonly string[], results: readonly SavedResults[]): void {
    const saved = this.#featuresOf(modelId);
    for (const [i, sha256] of sha256s.entries()) {
      if (results[i]?.picture) this.#savedPictures.add(sha256);
      if (results[i]?.features) saved.add(sha256);
    }
  }

  /** These are no longer in the database. */
  forget({ files, pictures, features }: Cleared): void {
    for (const key of files) this.#savedFiles.delete(key);
    for (const sha256 of pictures) this.#savedPictures.delete(sha256);
    for (const [modelId, sha256] of features) this.#featuresOf(modelId).delete(sha256);
  }

  /** Are this network's features of a photo in the database, as far as this session has seen? */
  hasFeatures(modelId: string | null, sha256: string): boolean {
    return this.#featuresOf(modelId).has(sha256);
  }

  /** 0 for a project that was never saved. */
  revision(id: ProjectId): number {
    return this.#written.get(id)?.revision ?? 0;
  }

  /** Nothing that would be gone with the page, and not many results: more of them can come before they are written. */
  canWait({ project, files, pictures, features }: Batch): boolean {
    const results = pictures.length + features.length;
    return this.isWritten(project) && files.length === 0 && results < BATCH_RESULTS;
  }

  isWritten(project: Project): boolean {
    return this.#written.get(project.id)?.project === project;
  }

  /** Photos that are in this page alone: they would be gone with it. */
  unsavedPhotos({ photos }: Pick<Project, 'photos'>): readonly Photo[] {
    return photos.filter(({ key }) => {
      const file = this.#files.added(key);
      const canBeSaved = file !== undefined && file.size <= MAX_BYTES && !this.#unreadable.has(key);
      return canBeSaved && !this.#savedFiles.has(key);
    });
  }

  /** How many of these photos found no room. */
  countUnsaved({ photos }: Project): number {
    return photos.filter(({ key }) => this.#noRoom.has(key)).length;
  }

  /** Was there no room for what was found out about photos? */
  get lacksResults(): boolean {
    return this.#noRoomForResults;
  }

  forgetSetbacks(): void {
    this.#noRoom.clear();
    this.#unreadable.clear();
    this.#tooLarge = Number.POSITIVE_INFINITY;
    this.#noRoomForResults = false;
  }

  /**
   * @param now milliseconds since 1970
   * @param deleted since when the project is marked as deleted; null: it is not
   * @returns null when everything of the project is saved that can be
   */
  plan(
    project: Project,
    { work, modelId }: Pick<State, 'work' | 'modelId'>,
    now: number,
    deleted: number | null = null,
  ): Batch | null {
    this.#look(project, work);
    const files = this.#planFiles(project);
    const sha256s = new Map<PhotoKey, string>();
    for (const { key } of project.photos) {
      const sha256 = this.#sha256s.get(key);
      if (sha256 !== undefined) sha256s.set(key, sha256);
    }
    const alone = this.#oneByOne && files.length > 0;
    const { pictures, features } =
      alone || this.#noRoomForResults
        ? { pictures: [], features: [] }
        : this.#planResults(sha256s.values(), modelId);
    const kept = this.#keptWith(project, files);
    const isNew = files.length + pictures.length + features.length > 0;
    const { id } = project;
    if (!isNew && this.#isInRecord(project, kept, sha256s, modelId)) return null;
    const revision = this.revision(id);
    // What was found out about its photos is no change of the project.
    const written = this.#written.get(id);
    const changed = written?.project === project ? written.changed : now;
    return { project, revision, sha256s, modelId, files, pictures, features, kept, changed, deleted };
  }

  wrote(batch: Batch, revision: number): void {
    const { project, files, pictures, features, modelId, changed } = batch;
    for (const [key] of files) {
      this.#savedFiles.add(key);
      this.#files.markSaved(key);
    }
    for (const { picture } of pictures) this.#savedPictures.add(picture.sha256);
    const savedFeatures = this.#featuresOf(modelId);
    for (const [sha256] of features) savedFeatures.add(sha256);
    const kept = project.photos.filter(({ key }) => batch.kept.has(key));
    const hashes = kept.filter(({ key }) => batch.sha256s.has(key)).length;
    this.#written.set(project.id, { project, revision, changed, modelId, kept: kept.length, hashes });
    // The last one of those that were tried alone.
    if (this.#oneByOne && this.#planFiles(project).length === 0) this.#oneByOne = false;
  }

  /** The files of these photos cannot be read (any more). */
  cannotRead(photos: Iterable<PhotoKey>): void {
    for (const key of photos) this.#unreadable.add(key);
  }

  /**
   * A write that finds no room may take up room all the same: Chromium counts what it has been given until it is
   * closed. So what will not fit is not tried.
   * @param room bytes
   * @returns false when some of the batch's photos find no room: plan anew
   */
  fits({ files }: Batch, room: number): boolean {
    let left = room;
    let areAllIn = true;
    for (const [key, { size }] of [...files].sort(([, a], [, b]) => a.size - b.size)) {
      left -= size;
      if (left >= 0) continue;
      this.#noRoom.add(key);
      areAllIn = false;
    }
    return areAllIn;
  }

  failed({ files, pictures, features }: Batch, error: unknown): Setback {
    if (error instanceof StorageCleared) {
      // All of it once more, from what the page still has.
      this.#savedFiles.clear();
      this.#savedPictures.clear();
      this.#savedFeatures.clear();
      this.#written.clear();
      return 'again';
    }
    if (!isQuotaExceeded(error)) return 'broken';
    const hasResults = pictures.length + features.length > 0;
    const [first] = files;
    if (first && (files.length > 1 || hasResults)) {
      this.#oneByOne = true;
    } else if (first) {
      this.#noRoom.add(first[0]);
      this.#tooLarge = Math.min(this.#tooLarge, first[1].size);
    } else if (hasResults) {
      this.#noRoomForResults = true;
    } else {
      return 'full';
    }
    return 'again';
  }

  /** Takes note of what was found out. */
  #look({ photos }: Project, work: State['work']): void {
    for (const { key } of photos) {
      const sha256 = sha256Of(work[key]);
      if (sha256 !== undefined) this.#sha256s.set(key, sha256);
      // It was tried again, and its file can be read after all.
      if (work[key]?.status === 'ready') this.#unreadable.delete(key);
    }
  }

  #planFiles({ photos }: Project): Batch['files'] {
    const files: (readonly [PhotoKey, Blob])[] = [];
    let bytes = 0;
    for (const { key } of photos) {
      if (this.#savedFiles.has(key) || this.#noRoom.has(key) || this.#unreadable.has(key)) continue;
      const file = this.#files.added(key);
      if (!file) continue;
      // Refused unread: nobody will ever want these bytes, and to copy them may take all memory.
      if (file.size > MAX_BYTES) {
        this.#unreadable.add(key);
        continue;
      }
      if (file.size >= this.#tooLarge) {
        this.#noRoom.add(key);
        continue;
      }
      files.push([key, file]);
      bytes += file.size;
      if (this.#oneByOne || files.length >= BATCH_PHOTOS || bytes >= BATCH_BYTES) break;
    }
    return files;
  }

  /**
   * The photos that the record names once `files` are written: not those without room, nor those still to come. One
   * whose bytes are nowhere, or cannot be read, stays: its tile says why.
   */
  #keptWith({ photos }: Project, files: Batch['files']): ReadonlySet<PhotoKey> {
    const coming = new Set(files.map(([key]) => key));
    const isKept = (key: PhotoKey) =>
      coming.has(key) || this.#savedFiles.has(key) || this.#unreadable.has(key) || !this.#files.added(key);
    return new Set(photos.map(({ key }) => key).filter(isKept));
  }

  #isInRecord(
    project: Project,
    kept: ReadonlySet<PhotoKey>,
    sha256s: ReadonlyMap<PhotoKey, string>,
    modelId: string | null,
  ): boolean {
    const written = this.#written.get(project.id);
    const hashes = [...kept].filter((key) => sha256s.has(key)).length;
    return (
      written?.project === project &&
      written.kept === kept.size &&
      written.hashes === hashes &&
      (written.modelId === modelId || hashes === 0)
    );
  }

  #featuresOf(modelId: string | null): Set<string> {
    const saved = this.#savedFeatures.get(modelId) ?? new Set();
    this.#savedFeatures.set(modelId, saved);
    return saved;
  }

  #planResults(sha256s: Iterable<string>, modelId: string | null) {
    const pictures: KnownPicture[] = [];
    const features: Batch['features'][number][] = [];
    const saved = this.#featuresOf(modelId);
    for (const sha256 of sha256s) {
      const picture = this.#savedPictures.has(sha256) ? undefined : this.#known.pictures.get(sha256);
      if (picture && !pictures.includes(picture)) pictures.push(picture);
      const found = modelId === null || saved.has(sha256) ? undefined : this.#known.features.get(sha256);
      if (found && !features.some(([other]) => other === sha256)) features.push([sha256, found]);
      if (pictures.length + features.length >= BATCH_RESULTS) break;
    }
    return { pictures, features };
  }
}
