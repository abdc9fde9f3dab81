// What is saved and what is not: plans each write, and learns from how it went.

import type { Known, KnownPicture } from '../known.ts';
import type { PhotoFiles } from '../photoFiles.ts';
import type { PhotoKey, Project, ProjectId } from '../project.ts';
import { type State, sha256Of } from '../state.ts';
import { isQuotaExceeded } from './database.ts';
import { type Batch, type SavedResults, StorageCleared } from './library.ts';
import type { SavedProject } from './records.ts';

/** Photos per write: a slow disk must not keep the first ones waiting, nor a write keep the page busy. */
const BATCH_PHOTOS = 16;
const BATCH_BYTES = 32e6;
const BATCH_RESULTS = 16;

/** What to do after a write that failed: plan anew, wait for room, or give up for now. */
export type Setback = 'again' | 'full' | 'broken';

export class Ledger {
  readonly #files: PhotoFiles;
  readonly #known: Known;
  readonly #savedFiles = new Set<PhotoKey>();
  /** Of pictures by hash, of features by the network's id and hash. */
  readonly #savedResults = new Set<string>();
  readonly #written = new Map<ProjectId, { readonly project: Project; readonly revision: number }>();
  /** Photos that found no room, and those whose file cannot be read (any more). */
  readonly #noRoom = new Set<PhotoKey>();
  readonly #unreadable = new Set<PhotoKey>();
  /** After a failure: one photo per write tells which one is to blame, and some may still fit. */
  #oneByOne = false;
  #noRoomForResults = false;

  constructor(files: PhotoFiles, known: Known) {
    this.#files = files;
    this.#known = known;
  }

  /** What lies in the database already. */
  know({ project, revision, modelId, sha256s }: SavedProject, results: readonly SavedResults[] = []): void {
    this.#written.set(project.id, { project, revision });
    for (const { key } of project.photos) this.#savedFiles.add(key);
    for (const [i, sha256] of [...sha256s.values()].entries()) {
      if (results[i]?.picture) this.#savedResults.add(sha256);
      if (results[i]?.features) this.#savedResults.add(featuresId(modelId, sha256));
    }
  }

  /** 0 for a project that was never saved. */
  revision(id: ProjectId): number {
    return this.#written.get(id)?.revision ?? 0;
  }

  isWritten(project: Project): boolean {
    return this.#written.get(project.id)?.project === project;
  }

  /** How many of these photos found no room. */
  countUnsaved({ photos }: Project): number {
    return photos.filter(({ key }) => this.#noRoom.has(key)).length;
  }

  get isFull(): boolean {
    return this.#noRoom.size > 0 || this.#noRoomForResults;
  }

  forgetSetbacks(): void {
    this.#noRoom.clear();
    this.#unreadable.clear();
    this.#noRoomForResults = false;
  }

  /**
   * @param now milliseconds since 1970
   * @returns null when everything of the project is saved that can be
   */
  plan(project: Project, { work, modelId }: Pick<State, 'work' | 'modelId'>, now: number): Batch | null {
    const files = this.#planFiles(project);
    const sha256s = new Map<PhotoKey, string>();
    for (const { key } of project.photos) {
      const sha256 = sha256Of(work[key]);
      if (sha256 !== undefined) sha256s.set(key, sha256);
    }
    const alone = this.#oneByOne && files.length > 0;
    const { pictures, features } =
      alone || this.#noRoomForResults
        ? { pictures: [], features: [] }
        : this.#planResults(sha256s.values(), modelId);
    const isNew = files.length + pictures.length + features.length > 0;
    if (!isNew && this.isWritten(project)) return null;
    const coming = new Set(files.map(([key]) => key));
    return {
      project,
      revision: this.revision(project.id),
      sha256s,
      modelId,
      files,
      pictures,
      features,
      // A photo that cannot be read stays, with its reason; one without room or one still to come does not.
      isKept: (key) => this.#savedFiles.has(key) || this.#unreadable.has(key) || coming.has(key),
      now,
    };
  }

  wrote({ project, files, pictures, features, modelId }: Batch, revision: number): void {
    for (const [key] of files) this.#savedFiles.add(key);
    for (const { picture } of pictures) this.#savedResults.add(picture.sha256);
    for (const [sha256] of features) this.#savedResults.add(featuresId(modelId, sha256));
    this.#written.set(project.id, { project, revision });
    // The last one of those that were tried alone.
    if (this.#oneByOne && this.#planFiles(project).length === 0) this.#oneByOne = false;
  }

  failed({ files, pictures, features }: Batch, error: unknown): Setback {
    if (error instanceof StorageCleared) {
      // All of it once more, from what the page still has.
      this.#savedFiles.clear();
      this.#savedResults.clear();
      this.#written.clear();
      return 'again';
    }
    const isFull = isQuotaExceeded(error);
    const [first] = files;
    if (first && (files.length > 1 || pictures.length + features.length > 0)) {
      this.#oneByOne = true;
      return 'again';
    }
    if (first) {
      (isFull ? this.#noRoom : this.#unreadable).add(first[0]);
      return 'again';
    }
    if (isFull && pictures.length + features.length > 0) {
      this.#noRoomForResults = true;
      return 'again';
    }
    return isFull ? 'full' : 'broken';
  }

  #planFiles({ photos }: Project): (readonly [PhotoKey, Blob])[] {
    const files: (readonly [PhotoKey, Blob])[] = [];
    let bytes = 0;
    for (const { key } of photos) {
      if (this.#savedFiles.has(key) || this.#noRoom.has(key) || this.#unreadable.has(key)) continue;
      const file = this.#files.added(key);
      if (!file) continue;
      files.push([key, file]);
      bytes += file.size;
      if (this.#oneByOne || files.length >= BATCH_PHOTOS || bytes >= BATCH_BYTES) break;
    }
    return files;
  }

  #planResults(sha256s: Iterable<string>, modelId: string | null) {
    const pictures: KnownPicture[] = [];
    const features: Batch['features'][number][] = [];
    for (const sha256 of new Set(sha256s)) {
      const picture = this.#known.pictures.get(sha256);
      if (picture && !this.#savedResults.has(sha256)) pictures.push(picture);
      const found = this.#known.features.get(sha256);
      if (found && modelId !== null && !this.#savedResults.has(featuresId(modelId, sha256))) {
        features.push([sha256, found]);
      }
      if (pictures.length + features.length >= BATCH_RESULTS) break;
    }
    return { pictures, features };
  }
}

const featuresId = (modelId: string | null, sha256: string): string => `${modelId} ${sha256}`;
