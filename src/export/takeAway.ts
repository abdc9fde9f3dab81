// What can be taken away, made on demand; and what can be brought back.

import type { AsideRecord } from './asideEntries.ts';
import type { ProjectSource } from './project/readProject.ts';

/** `project`: everything, to go on elsewhere. `bundle` and `head`: the classifier. */
export type ExportKind = 'project' | 'bundle' | 'head';

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
  /** Names of photos that should be in it, but are gone or damaged. */
  readonly missing?: readonly string[];
}

/** What a person calls it, and what is to be read. */
export interface ProjectToOpen {
  readonly name: string;
  readonly source: ProjectSource;
}

export interface TakeAway {
  /** @throws BinsightError, which names the photo or the part that is not to be had */
  readonly make: (kind: ExportKind) => Promise<MadeFile>;
  /**
   * Saved records that could not be read, as a zip.
   * @throws BinsightError
   */
  readonly makeAside: (records: readonly AsideRecord[]) => Promise<MadeFile>;
  /**
   * Opens each as a project of its own, after those that are being opened already; `opening` in the state names them.
   * A bad one changes nothing; notices say what is wrong with it, and what is not as it was. Never rejects.
   */
  readonly openProjects: (projects: readonly ProjectToOpen[]) => Promise<void>;
}

/** Milliseconds: a thousand big photos are several gigabytes. */
export const PACK_DEADLINE = 600_000;
