// Project files that are damaged, or made to do harm: each has to be refused with its own reason, and change nothing.

import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ErrorCode } from '../../src/core/errors.ts';
import { type RawEntry, rawZip, record } from './rawZip.ts';

export interface HostileArchive {
  readonly name: string;
  readonly code: ErrorCode;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

const MEGABYTE = 1024 * 1024;

/** No picture, but the archive does not look into photos. */
const photoBytes = (seed: number): Uint8Array => Uint8Array.from({ length: 300 }, (_, i) => (i * seed) % 251);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const listed = (path: string, bin: number | null, seed: number) => ({
  path,
  name: path.split('/').at(-1) ?? path,
  bin,
  sha256: sha256(photoBytes(seed)),
  type: 'image/jpeg',
});

const BINS = [
  { label: 'classic', folder: 'classic' },
  { label: 'modern', folder: 'modern' },
];
const PHOTOS = [listed('classic/a.jpg', 0, 3), listed('modern/b.jpg', 1, 5), listed('test/c.jpg', null, 7)];
const SETTINGS = { features: 'logits', C: 10, neither: true };

/** A whole project.json; each test spoils one thing. */
const documentWith = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  format: 'binsight-project',
  version: 1,
  about: '',
  name: 'Cars',
  settings: SETTINGS,
  bins: BINS,
  photos: PHOTOS,
  ...changes,
});

const photoEntries: readonly RawEntry[] = [
  { path: 'classic/a.jpg', data: photoBytes(3) },
  { path: 'modern/b.jpg', data: photoBytes(5) },
  { path: 'test/c.jpg', data: photoBytes(7) },
];

const documentEntry = (document: unknown, method = 8): RawEntry => ({
  path: 'project.json',
  data: typeof document === 'string' ? document : JSON.stringify(document),
  method,
});

const goodEntries: readonly RawEntry[] = [...photoEntries, documentEntry(documentWith())];

/** The same file with nothing wrong: it opens. */
export const goodArchive = (): Uint8Array<ArrayBuffer> => rawZip(goodEntries);

const withEntry = (...entries: readonly RawEntry[]) => rawZip([...goodEntries, ...entries]);
const withDocument = (document: unknown, method = 8) =>
  rawZip([...photoEntries, documentEntry(document, method)]);
const withPhoto = (changes: Partial<RawEntry>) =>
  rawZip([{ path: 'classic/a.jpg', data: photoBytes(3), ...changes }, ...goodEntries.slice(1)]);

const cut = (bytes: Uint8Array<ArrayBuffer>, length: number) => bytes.slice(0, length);

function flipped(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * MEGABYTE);

/** One kernel that entries before it quote, header and all: a small form of David Fifield's bomb (2019). */
function quotedOverlap(): Uint8Array<ArrayBuffer> {
  const inner = rawZip([{ path: 'classic/z.jpg', data: photoBytes(9) }]);
  const kernel = inner.slice(0, 30 + 'classic/z.jpg'.length + 300);
  const start = 30 + 'classic/y.jpg'.length;
  return rawZip([
    { path: 'classic/y.jpg', data: kernel },
    // Its local header is the one inside of y.
    { path: 'classic/z.jpg', packed: new Uint8Array(0), data: photoBytes(9), packedSize: 300, offset: start },
    ...goodEntries,
  ]);
}

/** The zip64 extra field of an entry whose 4-byte sizes say "look there". */
const zip64Extra = (low: number, high: number) =>
  record([2, 1], [2, 16], [4, low], [4, high], [4, 300], [4, 0]);

const zip64Locator = (offset: number) => record([4, 0x07064b50], [4, 0], [4, offset], [4, 0], [4, 1]);

function spoiledPhoto(changes: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  return withDocument(documentWith({ photos: [{ ...PHOTOS[0], ...changes }, ...PHOTOS.slice(1)] }));
}
const spoiledBin = (changes: Readonly<Record<string, unknown>>) =>
  withDocument(documentWith({ bins: [BINS[0], { ...BINS[1], ...changes }] }));
const spoiledSettings = (changes: Readonly<Record<string, unknown>>) =>
  withDocument(documentWith({ settings: { ...SETTINGS, ...changes } }));

const text = JSON.stringify(documentWith());

const list = (
  code: ErrorCode,
  made: Readonly<Record<string, () => Uint8Array<ArrayBuffer>>>,
): HostileArchive[] => Object.entries(made).map(([name, bytes]) => ({ name, code, bytes }));

export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  ...list('archive-not-a-zip', {
    'an empty file': () => new Uint8Array(0),
    'a text': () => new TextEncoder().encode('Not a zip at all, but long enough to look for its end.'),
    'a photo': () => Uint8Array.from([0xff, 0xd8, 0xff, ...photoBytes(3)]),
  }),
  ...list('archive-damaged', {
    'cut after its first bytes': () => cut(goodArchive(), 4),
    'cut in a photo': () => cut(goodArchive(), 200),
    'cut in the list of entries': () => cut(goodArchive(), goodArchive().length - 100),
    'cut by one byte': () => cut(goodArchive(), goodArchive().length - 1),
    'cut at its start': () => goodArchive().slice(100),
    'a flipped bit in a photo': () => flipped(goodArchive(), 100),
    'a wrong checksum': () => withPhoto({ crc: 0x12345678 }),
    'a flipped bit in a compressed photo': () => flipped(withPhoto({ method: 8 }), 60),
    'a bomb that claims to be small': () =>
      withPhoto({ packed: deflateRawSync(zeros(50)), method: 8, size: 300, crc: crc32(zeros(50)) }),
    'a photo that claims to be larger than it is': () => withPhoto({ method: 8, size: 5000 }),
    'a stored photo of two sizes': () => withPhoto({ size: 5000 }),
    'entries that overlap': quotedOverlap,
    'two names for the same bytes': () =>
      withEntry({ path: 'classic/d.jpg', data: photoBytes(3), offset: 0 }),
    'another name in front of the bytes': () => withPhoto({ localPath: 'classic/b.jpg' }),
    'an entry that begins behind the end': () => withPhoto({ offset: 0x7fffffff }),
    'an entry that goes on behind the end': () => withPhoto({ size: 900_000, packedSize: 900_000 }),
    'a list of entries behind the end': () =>
      rawZip(goodEntries, { directoryOffset: 0x7fffffff, directorySize: 0x7fffffff }),
    'a list of entries of 42 MB': () => {
      // An extra field that means nothing, as long as they get.
      const extra = record([2, 0xcafe], [2, 60_000], new Uint8Array(60_000));
      return withEntry(...Array.from({ length: 700 }, (_, i) => ({ path: `classic/z${i}.txt`, extra })));
    },
    'more entries than it has': () => rawZip(goodEntries, { entries: 40 }),
    'zip64 without its records': () => rawZip(goodEntries, { entries: 0xffff, directoryOffset: 0xffffffff }),
    'zip64 that points behind the end': () =>
      rawZip(goodEntries, { entries: 0xffff, directoryOffset: 0xffffffff, before: zip64Locator(0x7fffffff) }),
    'zip64 sizes past all numbers': () =>
      withPhoto({ size: 0xffffffff, packedSize: 0xffffffff, extra: zip64Extra(0, 0x7fffffff) }),
  }),
  ...list('archive-ratio', {
    'a bomb: 50 MB of zeros in 50 kB': () => withPhoto({ data: zeros(50), method: 8 }),
  }),
  ...list('archive-too-large', {
    'a photo of 300 MB, by its own word': () =>
      withPhoto({ data: photoBytes(3), size: 300 * MEGABYTE, packedSize: 300 * MEGABYTE }),
    'a photo of 4 GB, by its own word': () => withPhoto({ size: 0xffffffff, packedSize: 0xffffffff }),
    'a bomb of many small parts': () => {
      const packed = deflateRawSync(zeros(1));
      const part = { method: 8, packed, size: MEGABYTE, crc: crc32(zeros(1)) };
      return withEntry(...Array.from({ length: 40 }, (_, i) => ({ path: `classic/z${i}.jpg`, ...part })));
    },
  }),
  ...list('archive-too-many', {
    '10,001 entries': () =>
      rawZip([
        ...goodEntries,
        ...Array.from({ length: 10_001 - goodEntries.length }, (_, i) => ({ path: `classic/z${i}.jpg` })),
      ]),
    '30,001 entries of clutter': () =>
      rawZip([...goodEntries, ...Array.from({ length: 30_001 }, (_, i) => ({ path: `__MACOSX/${i}` }))]),
  }),
  ...list('archive-path', {
    'a path out of its folder': () => withEntry({ path: '../evil.jpg' }),
    'a path out of its folder, on a detour': () => withEntry({ path: 'classic/../../evil.jpg' }),
    'a folder above': () => withEntry({ path: '../evil/' }),
    'an absolute path': () => withEntry({ path: '/etc/evil.jpg' }),
    'a path with a backslash': () => withEntry({ path: 'classic\\..\\evil.jpg' }),
    'a path with a drive': () => withEntry({ path: 'C:/evil.jpg' }),
    'a path with NUL': () => withEntry({ path: 'classic/evil.jpg\0.txt' }),
    'a path with a control character': () => withEntry({ path: 'classic/evil\u001b[2J.jpg' }),
    'a path without a name in it': () => withEntry({ path: 'classic//evil.jpg' }),
    'a name of 300 characters': () => withEntry({ path: `classic/${'e'.repeat(300)}.jpg` }),
  }),
  ...list('archive-twins', {
    'a path twice': () => withEntry({ path: 'classic/a.jpg', data: photoBytes(11) }),
    'project.json twice': () => withEntry(documentEntry(documentWith({ name: 'Other' }))),
    'a path that differs in case alone': () => withEntry({ path: 'Classic/A.JPG', data: photoBytes(11) }),
    'a path that differs in the spelling of an accent': () =>
      withEntry({ path: 'classic/\u00e9.jpg' }, { path: 'classic/e\u0301.jpg' }),
  }),
  ...list('archive-link', {
    'a symbolic link': () => withEntry({ path: 'classic/link.jpg', data: '/etc/passwd', mode: 0o120777 }),
  }),
  ...list('archive-encrypted', {
    'an encrypted entry': () => withEntry({ path: 'classic/secret.jpg', data: photoBytes(3), flags: 1 }),
  }),
  ...list('archive-unsupported', {
    'a compression that browsers lack': () => withPhoto({ method: 12 }),
    'a part of a split archive': () => rawZip(goodEntries, { disk: 1 }),
  }),
  ...list('project-not-one', {
    'a zip of photos': () => rawZip(photoEntries),
    'a zip with nothing in it': () => rawZip([]),
    'a project zip in a zip': () => rawZip([{ path: 'cars.binsight.zip', data: goodArchive() }]),
    'project.json in a folder beside others': () =>
      rawZip([...photoEntries, { ...documentEntry(documentWith()), path: 'classic/project.json' }]),
    "another program's project.json": () => withDocument({ name: 'cars', version: 1 }),
    'a list for project.json': () => withDocument([documentWith()]),
    'null for project.json': () => withDocument('null'),
  }),
  ...list('project-newer', {
    'a newer version': () => withDocument(documentWith({ version: 2, bins: 'all different' })),
  }),
  ...list('project-photo-missing', {
    'none of the photos that it lists': () => rawZip([documentEntry(documentWith())]),
    'other files in place of its photos': () =>
      rawZip([documentEntry(documentWith()), { path: 'classic/a.txt', data: 'a' }]),
  }),
  ...list('project-invalid', {
    'project.json that is empty': () => withDocument(''),
    'project.json that is no JSON': () => withDocument(text.slice(0, -20)),
    'project.json of 9 MB': () => withDocument(' '.repeat(9 * MEGABYTE)),
    'project.json in UTF-16': () =>
      rawZip([...photoEntries, { path: 'project.json', data: Buffer.from(`\ufeff${text}`, 'utf16le') }]),
    'a million brackets': () => withDocument('['.repeat(MEGABYTE), 0),
    'a list in a list, half a million times': () =>
      withDocument('['.repeat(MEGABYTE / 2) + ']'.repeat(MEGABYTE / 2), 0),
    'a __proto__': () => withDocument(text.replace('"name"', '"__proto__":{"polluted":true},"name"')),
    'a __proto__ in disguise': () =>
      withDocument(text.replace('"features"', '"\\u005f_proto__":{"polluted":true},"features"')),
    'a constructor': () => withDocument(documentWith({ constructor: { prototype: { polluted: true } } })),
    'a key that means nothing': () => withDocument(documentWith({ surprise: 1 })),
    'no version': () => withDocument(documentWith({ version: undefined })),
    'version 0': () => withDocument(documentWith({ version: 0 })),
    'version 1.5': () => withDocument(documentWith({ version: 1.5 })),
    'a version in words': () => withDocument(documentWith({ version: '1' })),
    'a name that is a number': () => withDocument(documentWith({ name: 7 })),
    'a name of a million characters': () => withDocument(documentWith({ name: 'x'.repeat(MEGABYTE) }), 0),
    'photos that are no list': () => withDocument(documentWith({ photos: { length: 3 } })),
    'a million photos that are none': () =>
      withDocument(documentWith({ photos: Array.from({ length: MEGABYTE }, () => 0) }), 0),
    'C past all numbers': () => withDocument(text.replace('"C":10', '"C":1e999')),
    'C that is NaN': () => withDocument(text.replace('"C":10', '"C":NaN')),
    'C of 0': () => spoiledSettings({ C: 0 }),
    'C of 1e10': () => spoiledSettings({ C: 1e10 }),
    'C in words': () => spoiledSettings({ C: '10' }),
    'features that nobody has': () => spoiledSettings({ features: '__proto__' }),
    'the label neither': () => spoiledBin({ label: 'Neither' }),
    'the label test': () => spoiledBin({ label: 'test' }),
    'an empty label': () => spoiledBin({ label: ' ' }),
    'a label twice': () => spoiledBin({ label: 'CLASSIC' }),
    'two bins in one folder': () => spoiledBin({ folder: 'Classic' }),
    'a bin in the folder test': () => spoiledBin({ folder: 'Test' }),
    'a bin in a folder of a folder': () => spoiledBin({ folder: 'modern/cars' }),
    'a bin in a folder above': () => spoiledBin({ folder: '..' }),
    'a photo of a bin that is not there': () => spoiledPhoto({ bin: 2 }),
    'a photo of bin -1': () => spoiledPhoto({ bin: -1 }),
    'a photo of bin 0.5': () => spoiledPhoto({ bin: 0.5 }),
    'a photo outside the folder of its bin': () => spoiledPhoto({ path: 'modern/a.jpg' }),
    'a photo out of all folders': () => spoiledPhoto({ path: 'classic/../../a.jpg' }),
    'two photos in one place': () => spoiledPhoto({ path: 'modern/B.jpg', bin: 1 }),
    'a hash that is none': () => spoiledPhoto({ sha256: 'f'.repeat(63) }),
    'a credit that is a script': () => spoiledPhoto({ credit: 'javascript:alert(1)' }),
    'a credit without encryption': () => spoiledPhoto({ credit: 'http://example.org/' }),
    'a type with a line break': () => spoiledPhoto({ type: 'image/jpeg\r\nX: y' }),
  }),
];
