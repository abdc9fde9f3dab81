// The browser's database: which stores it has, and what its failures mean.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { BinsightError } from '../../core/errors.ts';
import type { PhotoKey, ProjectId } from '../project.ts';

/**
 * What is read back is `unknown` until records.ts has looked at it: an older version, a newer one or a bug may have
 * written it.
 */
export interface Stores extends DBSchema {
  projects: { key: ProjectId; value: unknown };
  /** The photos' original bytes. */
  files: { key: PhotoKey; value: unknown };
  /** By SHA-256: size and thumbnail. */
  pictures: { key: string; value: unknown };
  /** By the network's id and SHA-256. */
  features: { key: [string, string]; value: unknown };
  /** Records that could not be read, as they were. */
  aside: { key: number; value: unknown };
}

export type Database = IDBPDatabase<Stores>;

export const STORES = ['projects', 'files', 'pictures', 'features', 'aside'] as const;

const NAME = 'binsight';
/** Of the stores; each project has a version of its own (records.ts). */
const VERSION = 1;

interface Options {
  readonly name?: string;
  /** The connection is gone: another tab needs the database in a newer version, or the browser closed it. */
  readonly onClosed?: () => void;
}

/** @throws BinsightError `storage-none` where there is no database to be had, `storage-newer` for one of the future */
export async function openDatabase({
  name = NAME,
  onClosed = () => undefined,
}: Options = {}): Promise<Database> {
  try {
    const database = await openDB<Stores>(name, VERSION, {
      upgrade(fresh, from) {
        // Version by version, so that a later one adds its own lines below.
        if (from < 1) {
          fresh.createObjectStore('projects', { keyPath: 'id' });
          fresh.createObjectStore('files');
          fresh.createObjectStore('pictures', { keyPath: 'sha256' });
          fresh.createObjectStore('features', { keyPath: ['modelId', 'sha256'] });
          fresh.createObjectStore('aside', { autoIncrement: true });
        }
      },
      blocking() {
        database.close();
        onClosed();
      },
      terminated: onClosed,
    });
    return database;
  } catch (cause) {
    const newer = cause instanceof DOMException && cause.name === 'VersionError';
    throw new BinsightError(newer ? 'storage-newer' : 'storage-none', {}, { cause });
  }
}

/** The disk, or the browser's share of it, is full. */
export const isQuotaExceeded = (error: unknown): boolean =>
  error instanceof Error && error.name === 'QuotaExceededError';

/** Browsers close databases by themselves: on iOS in the background, or when storage is cleared. */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error &&
  // What was under way when the connection was closed ends as aborted; we abort nothing without a reason of our own.
  (['InvalidStateError', 'AbortError'].includes(error.name) ||
    /connection|database server|closing/i.test(error.message));
