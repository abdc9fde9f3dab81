// project.json: what a project file says of itself beside its folders of photos. It is read with the same care whether
// this page wrote it or a stranger did.

import * as v from 'valibot';
import { BinsightError } from '../../core/errors.ts';
import type { FeatureKind } from '../../core/types.ts';
import { foldLabel, isReservedLabel, isTestName } from '../../store/project.ts';
import { foldName, isUnsafePath } from '../archive/archivePaths.ts';
import { migrateProject, PROJECT_VERSION } from './migrations.ts';
import { PROJECT_FORMAT } from './recognise.ts';

export const TEST_FOLDER = 'test';

/** Characters: of what was typed or taken from files' and folders' names, which no system lets grow past 255. */
const LONGEST_NAME = 1000;
const LONGEST_ADDRESS = 2000;
export const MOST_BINS = 1000;
const MOST_PHOTOS = 10_000;

const KINDS = ['logits', 'pool5', 'inception_4d'] as const satisfies readonly FeatureKind[];

const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const someName = v.pipe(name, v.regex(/\S/));
const path = v.pipe(
  v.string(),
  v.maxLength(LONGEST_NAME),
  v.check((text) => !isUnsafePath(text) && !text.endsWith('/')),
);

const settings = v.strictObject({
  features: v.picklist(KINDS),
  C: v.pipe(v.number(), v.finite(), v.minValue(1e-6), v.maxValue(1e9)),
  neither: v.boolean(),
});

const bin = v.strictObject({
  label: v.pipe(
    someName,
    v.check((label) => label === label.trim() && !isReservedLabel(label)),
  ),
  /** Its folder in the zip. */
  folder: v.pipe(
    path,
    v.check((folder) => !folder.includes('/') && !isTestName(folder)),
  ),
});

const credit = v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.regex(/^https:\/\//), v.url());

/** Is it the address of a page that can be linked to? */
export const isCredit = (value: unknown): value is string => v.is(credit, value);

const photo = v.strictObject({
  /** In the zip; below the folder of its bin, or below `test`. */
  path,
  /** Of the original file; `path` is what of it can be a path everywhere. */
  name,
  /** Index into `bins`; null for the test tray. */
  bin: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Of the bytes when the file was written. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Media type; empty when none was known. */
  type: v.pipe(v.string(), v.maxLength(255), v.regex(/^[\x20-\x7e]*$/)),
  /** When the original file was changed last: milliseconds since 1970. */
  modified: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  /** The photographer's page. */
  credit: v.exactOptional(credit),
});

const schema = v.strictObject({
  format: v.literal(PROJECT_FORMAT),
  version: v.literal(PROJECT_VERSION),
  /** For people who look into the zip. */
  about: v.pipe(v.string(), v.maxLength(10_000)),
  name: someName,
  settings,
  bins: v.pipe(v.array(bin), v.maxLength(MOST_BINS)),
  photos: v.pipe(v.array(photo), v.maxLength(MOST_PHOTOS)),
});

export type ProjectDocument = v.InferOutput<typeof schema>;

/**
 * @param text project.json of any version so far
 * @throws BinsightError project-not-one, project-newer (version, known), project-invalid (reason)
 */
export function parseDocument(text: string): ProjectDocument {
  return checkDocument(migrateProject(parseJson(text)));
}

/** @throws BinsightError project-invalid (reason: what is wrong, and where) */
export function checkDocument(value: unknown): ProjectDocument {
  // Early, because a file may hold a million mistakes.
  const { success, output, issues } = v.safeParse(schema, value, { abortEarly: true });
  if (!success) throw invalid(`${v.getDotPath(issues[0]) ?? 'project'}: ${issues[0].type}`);
  const contradiction = findContradiction(output);
  if (contradiction !== null) throw invalid(contradiction);
  return output;
}

export const invalid = (reason: string, cause?: unknown): BinsightError =>
  new BinsightError('project-invalid', { reason: reason.slice(0, 200) }, { cause });

/** What no single value shows. */
function findContradiction({ bins, photos }: ProjectDocument): string | null {
  if (!allDiffer(bins.map(({ label }) => foldLabel(label)))) return 'bins: two of one label';
  if (!allDiffer(bins.map(({ folder }) => foldName(folder)))) return 'bins: two in one folder';
  if (!allDiffer(photos.map((listed) => foldName(listed.path)))) return 'photos: two in one place';
  for (const [i, listed] of photos.entries()) {
    const folder = listed.bin === null ? TEST_FOLDER : bins[listed.bin]?.folder;
    if (folder === undefined) return `photos.${i}.bin: no such bin`;
    if (!listed.path.startsWith(`${folder}/`)) return `photos.${i}.path: not in the folder of its bin`;
  }
  return null;
}

const allDiffer = (values: readonly string[]): boolean => new Set(values).size === values.length;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, refusePrototypes);
  } catch (cause) {
    if (cause instanceof BinsightError) throw cause;
    // SyntaxError; RangeError, where the nesting is deeper than the stack.
    throw invalid('not JSON', cause);
  }
}

/** No document has such a key. Refused before migrations put objects together from what they find in others. */
function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw invalid(key);
  return value;
}
