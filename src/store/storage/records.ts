// What is saved, as it lies in the database, and how it is read again: nothing is taken that has not been looked at.

import * as v from 'valibot';
import { BinsightError } from '../../core/errors.ts';
import type { Features } from '../../core/types.ts';
import { emptyProject, type PhotoKey, type Project, type ProjectId, TRAY } from '../project.ts';

/** Of a project's record. */
export const RECORD_VERSION = 1;

const text = v.pipe(v.string(), v.minLength(1));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

const binRecord = v.object({ id: text, label: text });

const photoRecord = v.object({
  key: text,
  name: v.string(),
  place: text,
  credit: v.optional(v.string()),
  /** Once the photo has been read. */
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

const settingsRecord = v.object({
  features: v.picklist(['logits', 'pool5', 'inception_4d']),
  C: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  neither: v.boolean(),
});

/** What a record must have for anything to be made of it; its parts are looked at one by one. */
const projectRecord = v.object({
  version: v.literal(RECORD_VERSION),
  id: text,
  name: v.fallback(text, () => emptyProject('').name),
  bins: v.array(v.unknown()),
  photos: v.array(v.unknown()),
  settings: v.unknown(),
  /** The network whose features the page showed last. */
  modelId: v.fallback(v.nullable(v.string()), null),
  /** One more with each write: who knows another one has not seen the last. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The tab that wrote it. */
  writer: v.fallback(text, 'unknown'),
  changed: v.fallback(milliseconds, 0),
  deleted: v.fallback(v.nullable(milliseconds), null),
});

/** As it is written. */
export interface ProjectRecord extends v.InferOutput<typeof projectRecord> {
  readonly bins: v.InferOutput<typeof binRecord>[];
  readonly photos: v.InferOutput<typeof photoRecord>[];
  readonly settings: v.InferOutput<typeof settingsRecord>;
}

/** Takes a record of one version to the next. */
export type Migration = (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the version that each begins with; a test holds a record of every version. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** A saved project, and what was known of it. */
export interface SavedProject {
  readonly project: Project;
  readonly sha256s: ReadonlyMap<PhotoKey, string>;
  readonly modelId: string | null;
  readonly revision: number;
  readonly changed: number;
  readonly deleted: number | null;
}

/** How much of a record could not be read. */
export interface Damage {
  readonly photos: number;
  readonly bins: number;
  readonly settings: boolean;
}

export interface ReadProject extends SavedProject {
  /** null: all of it could be read. */
  readonly damage: Damage | null;
}

/**
 * One bad part does not take the rest with it: bins and photos that cannot be read, or have the name of another, are
 * left out, and settings are as in a new project.
 * @throws BinsightError `storage-newer` for a record of a later version, else what valibot says; either way the
 *   record is not for us
 */
export function readProjectRecord(value: unknown): ReadProject {
  const record = v.parse(projectRecord, migrate(value, MIGRATIONS, RECORD_VERSION));
  const { id, name, modelId, revision, changed, deleted } = record;
  const bins = readable(binRecord, record.bins, (bin) => bin.id);
  const photos = readable(photoRecord, record.photos, (photo) => photo.key);
  const settings = parsed(settingsRecord, record.settings);
  const damage: Damage = {
    photos: record.photos.length - photos.length,
    bins: record.bins.length - bins.length,
    settings: settings === null,
  };
  const places = new Set([TRAY, ...bins.map((bin) => bin.id)]);
  return {
    project: {
      id,
      name,
      bins,
      settings: settings ?? emptyProject(id).settings,
      photos: photos.map((photo) => ({
        key: photo.key,
        name: photo.name,
        // A photo in a bin that is not there would never be seen again.
        place: places.has(photo.place) ? photo.place : TRAY,
        ...(photo.credit === undefined ? {} : { credit: photo.credit }),
      })),
    },
    sha256s: new Map(photos.flatMap(({ key, sha256 }) => (sha256 === undefined ? [] : [[key, sha256]]))),
    modelId,
    revision,
    changed,
    deleted,
    damage: damage.photos + damage.bins > 0 || damage.settings ? damage : null,
  };
}

/** Two of one name could not be told apart: the first is kept. */
function readable<Schema extends v.GenericSchema>(
  schema: Schema,
  values: readonly unknown[],
  nameOf: (value: v.InferOutput<Schema>) => string,
): v.InferOutput<Schema>[] {
  const found = new Map<string, v.InferOutput<Schema>>();
  for (const value of values) {
    const part = parsed(schema, value);
    if (part && !found.has(nameOf(part))) found.set(nameOf(part), part);
  }
  return [...found.values()];
}

/** @returns null for what cannot be read */
export function tryReadProject(value: unknown): ReadProject | null {
  try {
    return readProjectRecord(value);
  } catch {
    return null;
  }
}

/** Was this written by a version of the page that is yet to come? */
export const isOfNewerVersion = (value: unknown): boolean => (versionOf(value) ?? 0) > RECORD_VERSION;

/**
 * Step by step to the version that is wanted; what has no version, or none that is known, comes back as it was.
 * @throws BinsightError `storage-newer`
 */
export function migrate(
  value: unknown,
  migrations: Readonly<Record<number, Migration>>,
  wanted: number,
): unknown {
  let record = value;
  for (let version = versionOf(record); version !== null && version !== wanted; version = versionOf(record)) {
    if (version > wanted) throw new BinsightError('storage-newer', { version });
    const step = migrations[version];
    if (!step) return value;
    record = { ...step({ ...(record as object) }), version: version + 1 };
  }
  return record;
}

function versionOf(value: unknown): number | null {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return typeof version === 'number' ? version : null;
}

/**
 * @param kept photos whose files are saved: one that could not be saved would come back as a photo without bytes
 * @param writer this tab
 */
export function writeProjectRecord(
  { project, sha256s, modelId, revision, changed, deleted }: SavedProject,
  kept: ReadonlySet<PhotoKey>,
  writer: string,
): ProjectRecord {
  return {
    version: RECORD_VERSION,
    id: project.id,
    name: project.name,
    bins: project.bins.map(({ id, label }) => ({ id, label })),
    photos: project.photos
      .filter(({ key }) => kept.has(key))
      .map(({ key, name, place, credit }) => {
        const sha256 = sha256s.get(key);
        return {
          key,
          name,
          place,
          ...(credit === undefined ? {} : { credit }),
          ...(sha256 === undefined ? {} : { sha256 }),
        };
      }),
    settings: { ...project.settings },
    modelId,
    revision,
    writer,
    changed,
    deleted,
  };
}

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const pictureRecord = v.object({
  sha256: text,
  width: pixels,
  height: pixels,
  thumbnail: v.instance(Blob),
});

export type PictureRecord = v.InferOutput<typeof pictureRecord>;

/** @returns null for what is no such record: it is found out again */
export const readPictureRecord = (value: unknown): PictureRecord | null => parsed(pictureRecord, value);

const numbers = (count: number) =>
  v.pipe(
    v.instance(Float32Array),
    v.check((values) => values.length === count && values.every(Number.isFinite)),
  );

const featuresRecord = v.object({
  modelId: text,
  sha256: text,
  logits: numbers(1000),
  pool5: numbers(1024),
  inception_4d: numbers(528),
  backend: v.optional(text),
});

export interface FeaturesRecord extends Features {
  readonly modelId: string;
  readonly sha256: string;
}

/** @returns null for what is no such record: it is computed again */
export function readFeaturesRecord(value: unknown): Features | null {
  const record = parsed(featuresRecord, value);
  if (!record) return null;
  const { logits, pool5, inception_4d, backend } = record;
  return { logits, pool5, inception_4d, ...(backend === undefined ? {} : { backend }) };
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}

/** What a list may say of a record that cannot be read. */
export function nameOfRecord(value: unknown, id: ProjectId): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
  return typeof name === 'string' && name !== '' ? name : id;
}
