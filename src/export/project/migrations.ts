// Project files of older versions, taken to today's one step at a time.

import { BinsightError } from '../../core/errors.ts';
import { PROJECT_FORMAT } from './recognise.ts';

/** From a document of the version it is listed under to the next; what it makes is checked afterwards. */
type Migration = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Of the files that are written. With each new one comes a migration from the last, and a frozen file as its test. */
export const PROJECT_VERSION = 1;

const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

/**
 * @param document any JSON value
 * @returns the same in the newest version, not yet checked
 * @throws BinsightError project-not-one, project-newer (version, known), project-invalid (reason)
 */
export function migrateProject(
  document: unknown,
  newest = PROJECT_VERSION,
  migrations: ReadonlyMap<number, Migration> = MIGRATIONS,
): unknown {
  if (!isRecord(document) || document.format !== PROJECT_FORMAT) throw new BinsightError('project-not-one');
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new BinsightError('project-invalid', { reason: 'version' });
  }
  if (version > newest) throw new BinsightError('project-newer', { version, known: newest });
  let migrated = document;
  for (let from = version; from < newest; from++) {
    const migrate = migrations.get(from);
    if (!migrate) throw new BinsightError('project-invalid', { reason: `version ${from}` });
    migrated = { ...migrate(migrated), version: from + 1 };
  }
  return migrated;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
