// A database that fills up, fails, hangs or is cleared when a test says so. What it holds is kept as the real one's:
// a project's record names only the photos that it may.

import type { PhotoKey, ProjectId } from '../../src/store/project.ts';
import {
  type Batch,
  type Library,
  StorageCleared,
  WrittenElsewhere,
} from '../../src/store/storage/library.ts';
import type { SavedProject } from '../../src/store/storage/records.ts';

export class FakeLibrary implements Pick<Library, 'load' | 'save' | 'markDeleted'> {
  readonly projects = new Map<ProjectId, SavedProject>();
  readonly files = new Map<PhotoKey, Blob>();
  readonly features = new Set<string>();
  /** Every write that was tried, and what became of it. */
  readonly log: string[] = [];
  /** Bytes of photos that it takes. */
  room = Number.POSITIVE_INFINITY;
  /** What it throws or waits for, whatever it is asked. */
  fault: () => Promise<void> | void = () => undefined;

  async load(id: ProjectId): Promise<SavedProject | null> {
    await this.fault();
    return this.projects.get(id) ?? null;
  }

  async save(batch: Batch): Promise<number> {
    const { project, files, features, kept, sha256s, modelId, changed, deleted } = batch;
    const names = files.map(([key]) => project.photos.find((photo) => photo.key === key)?.name ?? key);
    const what = `${project.name}: ${[...names, ...features.map(([sha256]) => `features of ${sha256}`)].join(', ')}`;
    try {
      await this.fault();
      const last = this.projects.get(project.id)?.revision ?? 0;
      if (last === 0 && batch.revision > 0) throw new StorageCleared(project.id);
      if (last !== batch.revision) throw new WrittenElsewhere(project.id);
      const used = [...this.files.values(), ...files.map(([, file]) => file)].reduce(
        (sum, f) => sum + f.size,
        0,
      );
      if (used > this.room) throw new DOMException('no room', 'QuotaExceededError');
      for (const [key, file] of files) this.files.set(key, file);
      for (const [sha256] of features) this.features.add(sha256);
      this.projects.set(project.id, {
        project: { ...project, photos: project.photos.filter(({ key }) => kept.has(key)) },
        sha256s,
        modelId,
        revision: last + 1,
        changed,
        deleted,
      });
      this.log.push(what);
      return last + 1;
    } catch (error) {
      this.log.push(`${what} (${error instanceof Error ? error.name : error})`);
      throw error;
    }
  }

  async markDeleted(id: ProjectId, when: number | null): Promise<void> {
    await this.fault();
    const saved = this.projects.get(id);
    if (saved) this.projects.set(id, { ...saved, deleted: when });
    this.log.push(`${saved?.project.name} ${when === null ? 'is wanted again' : 'is deleted'}`);
  }
}

/** A file that was deleted from its disk after it had been dropped. */
export class LostFile extends Blob {
  isThere = false;
  override async arrayBuffer(): Promise<ArrayBuffer> {
    if (!this.isThere) throw new DOMException('it is gone', 'NotReadableError');
    return await super.arrayBuffer();
  }
}
