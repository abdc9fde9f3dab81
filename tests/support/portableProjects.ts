// Projects to pack and compare: small ones by hand, odd ones by chance.

import fc from 'fast-check';
import { packArchive } from '../../src/export/archive/packArchive.ts';
import type { PortablePhoto, PortableProject } from '../../src/export/project/portableProject.ts';
import { projectEntries } from '../../src/export/project/projectEntries.ts';
import { isReservedLabel } from '../../src/store/project.ts';

export const DATE = new Date(2026, 0, 2, 3, 4, 6);

export const packProject = (project: PortableProject): Promise<Blob> =>
  packArchive(projectEntries(project), { date: DATE });

export const SETTINGS: PortableProject['settings'] = { features: 'logits', C: 10, neither: true };

/** Photos whose bytes are their name. */
export const photo = (name: string, bin: number | null, bytes = name): PortablePhoto => ({
  name,
  bin,
  file: new Blob([bytes], { type: 'image/jpeg' }),
});

interface Plain {
  readonly [key: string]: unknown;
}

/** A project, imported or not, as values that can be compared: photos with their bytes, type and date. */
export async function plainProject({ name, settings, bins, photos }: PortableProject): Promise<Plain> {
  return {
    name,
    settings,
    bins,
    photos: await Promise.all(
      photos.map(async ({ name: photoName, bin, file, credit }) => ({
        name: photoName,
        bin,
        credit,
        type: file.type,
        modified: file instanceof File ? file.lastModified : undefined,
        bytes: Buffer.from(await file.arrayBuffer()).toString('base64'),
      })),
    ),
  };
}

/** What systems forbid, what zips could trip over, what people write. */
const ODD_NAMES = [
  '.',
  '..',
  '.hidden',
  '._fork.jpg',
  '__MACOSX',
  '__proto__',
  'constructor',
  'AUX',
  'com¹.jpg',
  'con.jpg',
  'project.json',
  'Project.JSON',
  'Thumbs.db',
  'a/b\\c:d*e?f"g<h>i|j',
  'tab\tand\nline\u0000',
  'dots...',
  'Straße',
  'STRASSE',
  'é',
  'e\u0301',
  'İ',
  '車の写真.jpg',
  '👩‍👩‍👧 family.jpg',
  'שלום.png',
  '\ud800 half.jpg',
  `${'long '.repeat(60)}.jpeg`,
  `${'長'.repeat(200)}.jpg`,
  'a (2).jpg',
  'a.jpg',
  'A.JPG',
] as const;

const anyName = fc.oneof(
  fc.constantFrom(...ODD_NAMES),
  fc.string({ maxLength: 12 }),
  // Halves of characters, too.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
);

const label = anyName.map((name) => name.trim()).filter((name) => name !== '' && !isReservedLabel(name));

const file = fc
  .record({
    bytes: fc.uint8Array({ maxLength: 400 }),
    name: fc.string({ maxLength: 5 }),
    type: fc.constantFrom('', 'image/jpeg', 'image/png', 'application/x-odd; q="1"'),
    modified: fc.option(fc.integer({ min: -1e12, max: 2e12 }), { nil: undefined }),
  })
  .map(({ bytes, name, type, modified }) =>
    modified === undefined
      ? new Blob([Uint8Array.from(bytes)], { type })
      : new File([Uint8Array.from(bytes)], name, { type, lastModified: modified }),
  );

export const anyProject: fc.Arbitrary<PortableProject> = fc
  .uniqueArray(label, { maxLength: 6, selector: (name) => name.toLowerCase() })
  .chain((bins) =>
    fc.record({
      name: label,
      settings: fc.record({
        features: fc.constantFrom('logits', 'pool5', 'inception_4d'),
        C: fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        neither: fc.boolean(),
      }),
      bins: fc.constant(bins),
      photos: fc.array(
        fc.record(
          {
            name: anyName,
            file,
            bin: bins.length > 0 ? fc.option(fc.nat(bins.length - 1)) : fc.constant(null),
            credit: fc.webUrl({ validSchemes: ['https'] }),
          },
          { requiredKeys: ['name', 'file', 'bin'] },
        ),
        { maxLength: 8 },
      ),
    }),
  );
