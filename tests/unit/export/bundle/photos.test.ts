// What the bundle's programs make of photo files: the page's squares where they read them, upright as on the page, and
// the true reason where they do not.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resizeCentreSquare } from '../../../../src/core/image.ts';
import type { readPhoto } from '../../../../src/export/bundle/predict/predict.ts';
import { photosAt } from '../../../../src/export/bundle/predict/sources.ts';
import fixtures from '../../../fixtures/photos/expected.json' with { type: 'json' };
import { hasRuntimes, python, RUNTIMES } from '../../../support/foreign.ts';
import { madeUpBundle } from '../../../support/madeUpBundle.ts';
import type { Program } from '../../../support/programs.ts';
import { unpackBundle } from '../../../support/unpackBundle.ts';

const FIXTURES = new URL('../../../fixtures/photos/', import.meta.url).pathname;
const inCi = Boolean(process.env.CI);
const execute = promisify(execFile);

const home = mkdtempSync(join(tmpdir(), 'binsight-photos-'));
const bundle = join(home, 'bundle');
beforeAll(async () => {
  await unpackBundle(await madeUpBundle(), bundle);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Of each photo its square, or the program's sentence. */
type Answers = ReadonlyMap<string, Uint8Array | string>;

async function askNode(paths: readonly string[]): Promise<Answers> {
  const url = pathToFileURL(join(bundle, 'predict.mjs')).href;
  const module = (await import(/* @vite-ignore */ url)) as { readPhoto: typeof readPhoto };
  const answers = new Map<string, Uint8Array | string>();
  for (const path of paths) {
    const answer = module.readPhoto(path).then(
      ({ data, width, height }) => resizeCentreSquare(data, width, height),
      (error: Error) => error.message,
    );
    answers.set(path, await answer);
  }
  return answers;
}

async function askPython(paths: readonly string[]): Promise<Answers> {
  const script = `
import sys
sys.path.insert(0, sys.argv[1])
import predict
for path in sys.argv[2:]:
    try:
        square = predict.read_square(path).tobytes()
    except predict.PhotoProblem as problem:
        square = str(problem).encode()
    sys.stdout.buffer.write(len(square).to_bytes(4, "little") + square)
`;
  const { stdout } = await execute(python ?? 'python3', ['-c', script, bundle, ...paths], {
    maxBuffer: 1e9,
    encoding: 'buffer',
  });
  const answers = new Map<string, Uint8Array | string>();
  let at = 0;
  for (const path of paths) {
    const end = at + 4 + stdout.readUInt32LE(at);
    const answer = stdout.subarray(at + 4, end);
    answers.set(path, answer.length === 224 * 224 * 3 ? answer : answer.toString());
    at = end;
  }
  return answers;
}

/** Where scripts/make-photo-fixtures.py sampled the squares: every 56th pixel from 28 on. */
function samplesOf(square: Uint8Array): number[] {
  const places = [28, 84, 140, 196];
  return places.flatMap((y) =>
    places.flatMap((x) => [...square.subarray((y * 224 + x) * 3, (y * 224 + x) * 3 + 3)]),
  );
}

/** Fixtures whose square is not the one that tests/browser/photoReader.test.ts holds the page to. */
function unlikePage(answers: Answers): string[] {
  return Object.entries(fixtures).flatMap(([name, { samples, tolerance }]) => {
    const square = answers.get(join(FIXTURES, name));
    if (!(square instanceof Uint8Array)) return [`${name}: ${square}`];
    const wanted = Buffer.from(samples, 'base64');
    const most = Math.max(...samplesOf(square).map((value, i) => Math.abs(value - (wanted[i] ?? NaN))));
    return most <= tolerance ? [] : [`${name}: ${most} off`];
  });
}

/** For what the page decodes: where a program does something else. */
const KNOWN: Readonly<Record<Program, readonly RegExp[]>> = {
  'predict.mjs': [
    /^icon\.ico: Its format is ICO, which predict\.mjs does not read\. Take predict\.py, or save it as PNG\.$/,
    /^plain\.bmp: Its format is BMP, which predict\.mjs does not read\. Take predict\.py, or save it as PNG\.$/,
    // Colours smeared at edges.
    /^plain\.avif: \d\d off$/,
    /^orientation-6\.avif: \d off$/,
  ],
  'predict.py': [
    // Debian 12's Pillow is of a time before AVIF.
    /^(plain|orientation-6)\.avif: Its format is AVIF, which this Pillow cannot read\. Take predict\.mjs, install Pillow 11\.3 or newer, or save it as JPEG or PNG\.$/,
  ],
};

const DAMAGED = /^It is damaged \((JPEG|PNG|GIF|WebP): .+\)\. Copy it again, or save it anew\.$/;
const DRAWING = /^An SVG drawing has no pixels of its own\. Save it as PNG\.$/;

/** For what the page refuses. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'archive.jpg': /^It is no photo but ZIP, whatever its name says\. Give JPEG or PNG\.$/,
  'broken.png': DAMAGED,
  'document.png': /^It is no photo but PDF, whatever/,
  'drawing.png': DRAWING,
  'drawing.svg': DRAWING,
  'empty.jpg': /^The file is empty\. Copy it again from where it came\.$/,
  'huge.png': /^It has more than 100 million pixels\. Save it smaller\.$/,
  'page.jpg': /^It is no photo but HTML, whatever/,
  'photo.heic': /^Its format is HEIC, which predict\.(mjs|py) does not read\. Save it as JPEG or PNG\.$/,
  'photo.psd': /^Its format is PSD, which predict\.(mjs|py) does not read\. Save it as JPEG or PNG\.$/,
  'text.jpg': /^It is no photo but text, whatever/,
  'truncated-header.jpg': DAMAGED,
  'truncated.gif': DAMAGED,
  'truncated.jpg': DAMAGED,
  'truncated.png': DAMAGED,
  'truncated.webp': DAMAGED,
  'video.jpg': /^It is no photo but video, whatever/,
  'zeros.jpg': /^It is damaged: it begins with nothing but zeros\. Copy it again\.$/,
};
/** Safari reads it, other browsers do not; the programs do. */
const RARE = 'photo.tif';

describe.each([
  { program: 'predict.mjs', ask: askNode },
  { program: 'predict.py', ask: askPython },
] as const)('$program', ({ program, ask }) => {
  const test = it.skipIf(!inCi && (!hasRuntimes || (program === 'predict.py' && python === null)));

  test('reads and turns photos of all kinds as the page does', async () => {
    const answers = await ask(Object.keys(fixtures).map((name) => join(FIXTURES, name)));
    const unlike = unlikePage(answers);
    expect(unlike.filter((line) => !KNOWN[program].some((known) => known.test(line)))).toEqual([]);
  });

  test('says of every other file why it is not read, and what to do', async () => {
    const names = readdirSync(FIXTURES).filter((name) => name !== 'expected.json' && !(name in fixtures));
    expect(new Set(names)).toEqual(new Set([...Object.keys(REFUSED), RARE]));
    const answers = await ask(names.map((name) => join(FIXTURES, name)));
    expect(answers.get(join(FIXTURES, RARE))).toBeInstanceOf(Uint8Array);
    for (const [name, sentence] of Object.entries(REFUSED)) {
      const answer = answers.get(join(FIXTURES, name));
      expect(typeof answer === 'string' ? answer : 'a square', name).toMatch(sentence);
    }
  });

  test('turns a TIFF once', async () => {
    const sharp = createRequire(`${RUNTIMES}/package.json`)('sharp') as (path: string) => {
      keepExif(): { tiff(options: { compression: 'none' }): { toFile(path: string): Promise<unknown> } };
    };
    const png = join(FIXTURES, 'orientation-6.png');
    const tiff = join(home, `orientation-6-${program}.tif`);
    await sharp(png).keepExif().tiff({ compression: 'none' }).toFile(tiff);
    const answers = await ask([png, tiff]);
    expect(answers.get(tiff)).toBeInstanceOf(Uint8Array);
    expect(answers.get(tiff)).toEqual(answers.get(png));
  });

  test('calls a BMP and a TIFF damaged only where it reads them whole', async () => {
    const cut = (name: string): string => {
      const bytes = readFileSync(join(FIXTURES, name));
      const path = join(home, `half-${program}-${name}`);
      writeFileSync(path, bytes.subarray(0, 60));
      return path;
    };
    const [bmp, tiff] = [...(await ask([cut('plain.bmp'), cut('photo.tif')])).values()];
    expect(tiff).toMatch(/^It is damaged \(TIFF: /);
    expect(bmp).toMatch(
      program === 'predict.py'
        ? /^It is damaged \(BMP: /
        : /^Its format is BMP, which predict\.mjs does not read/,
    );
  });
});

it.skipIf(!inCi && (!hasRuntimes || python === null))(
  'both programs have the same names for what is not read',
  async () => {
    const heads = [
      '\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1miaf',
      '\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom',
      '\x00\x00\x00\x18ftypisom\x00\x00\x00\x01isomavc1',
      '\xff\x0a\x00\x10',
      '8BPS\x00\x01',
      'FUJIFILMCCD-RAW 0200',
      'P6\n2 2\n255\n',
      'DDS |',
      'icns\x00\x00',
      'gimp xcf file',
      '%!PS-Adobe-3.0 EPSF-3.0',
      '\x1f\x8b\x08',
      'ID3\x04',
      'RIFF\x10\x00\x00\x00WAVEfmt ',
      '\x1aE\xdf\xa3',
      '<?xml version="1.0"?><!-- <html> --><s:svg />',
      '<!DOCTYPE html><svg >',
      '<note>1</note>',
      'BM is a car club',
      'ä'.repeat(16_384),
    ];
    const paths = heads.map((head, i) => {
      const path = join(home, `head-${i}.jpg`);
      writeFileSync(path, head, head.startsWith('ä') ? 'utf8' : 'latin1');
      return path;
    });
    const inNode = [...(await askNode(paths)).values()];
    const inPython = [...(await askPython(paths)).values()];
    expect(inPython.map((said) => String(said).replace('predict.py', 'predict.mjs'))).toEqual(inNode);
    for (const said of inNode) expect(said).toMatch(/^(Its format is|It is no photo but|An SVG)/);
  },
);

describe('a folder', () => {
  it.skipIf(python === null && !inCi)('is searched for the same endings by both programs', async () => {
    const folder = join(home, 'endings');
    mkdirSync(folder);
    const photos = [
      'JPG',
      'jpeg',
      'jfif',
      'png',
      'apng',
      'webp',
      'gif',
      'bmp',
      'avif',
      'tif',
      'tiff',
      'heic',
      'jxl',
    ];
    for (const ending of [...photos, 'txt', 'mov', 'json', 'jpg.part'])
      writeFileSync(join(folder, `a.${ending}`), '');
    const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
import predict
print(json.dumps(predict.photos_in(sys.argv[2], print)))
`;
    const { stdout } = await execute(python ?? 'python3', ['-c', script, bundle, folder]);
    const wanted = new Set(photos.map((ending) => join(folder, `a.${ending}`)));
    const inPython = JSON.parse(stdout) as string[];
    expect(new Set(inPython)).toEqual(wanted);
    expect(await photosAt(folder, () => undefined)).toEqual(inPython);
  });
});
