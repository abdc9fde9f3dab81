// What can be taken away, made on demand.

/** `project`: everything, to go on elsewhere. `bundle` and `head`: the classifier. */
export type ExportKind = 'project' | 'bundle' | 'head';

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface TakeAway {
  /** @throws BinsightError, which names the photo or the part that is not to be had */
  readonly make: (kind: ExportKind) => Promise<MadeFile>;
  /** Opens a project file as a project of its own. A bad file changes nothing; a notice says what is wrong with it. */
  readonly importFile: (file: File) => Promise<void>;
}

/** Milliseconds: a thousand big photos are several gigabytes. */
export const PACK_DEADLINE = 600_000;
