// What is in a bundle, with made-up weights: which files, and what the README tells the user of their own model.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BundleEntry,
  type BundleRequest,
  bundleFiles,
} from '../../../../src/export/bundle/bundleFiles.ts';
import type { Expected } from '../../../../src/export/bundle/expected.ts';
import { parseModel } from '../../../../src/export/model/modelFile.ts';
import { madeUpBundle } from '../../../support/madeUpBundle.ts';

let request: BundleRequest;
beforeAll(async () => {
  request = await madeUpBundle();
  first = allEntries();
});

/** All but the ONNX file, which comes last and takes its time. */
function entriesOf(changes: Partial<BundleRequest> = {}): Map<string, BundleEntry['data']> {
  const entries = new Map<string, BundleEntry['data']>();
  for (const { path, data } of bundleFiles({ ...request, ...changes })) {
    entries.set(path, data);
    if (path === 'selfcheck/expected.json') break;
  }
  return entries;
}

/** The whole bundle, made once. */
let first: Map<string, BundleEntry['data']>;
const allEntries = (): Map<string, BundleEntry['data']> =>
  new Map([...bundleFiles(request)].map(({ path, data }) => [path, data]));

const textOf = (data: BundleEntry['data'] | undefined): string => {
  if (typeof data !== 'string') throw new Error('this is no text');
  return data;
};

describe('the files', () => {
  it('are these, with at most ten photos', () => {
    const paths = [...first.keys()];
    expect(paths.filter((path) => !path.startsWith('selfcheck/'))).toEqual([
      'README.md',
      'LICENSE.txt',
      'model.json',
      'model.schema.json',
      'novelty.f32',
      'predict.py',
      'predict.mjs',
      'imagenet-classes.txt',
      'model.onnx',
    ]);
    const photos = paths.filter((path) => path.startsWith('selfcheck/'));
    expect(photos).toHaveLength(21);
    expect(photos.slice(0, 4)).toEqual([
      'selfcheck/photo-01.jpg',
      'selfcheck/photo-01.rgb',
      'selfcheck/photo-02.webp',
      'selfcheck/photo-02.rgb',
    ]);
  });

  it('are the same, byte for byte, when made again', () => {
    const once = first;
    for (const [path, data] of allEntries()) {
      const before = once.get(path);
      const same =
        data instanceof Uint8Array && before instanceof Uint8Array
          ? Buffer.compare(data, before) === 0
          : data === before;
      expect(same, path).toBe(true);
    }
  });

  it('hold what the page said of the photos, under their own names', () => {
    const { photos } = JSON.parse(textOf(entriesOf().get('selfcheck/expected.json'))) as Expected;
    expect(photos).toHaveLength(10);
    expect(photos[0]).toMatchObject({
      file: 'photo-01.jpg',
      name: 'größe/1.jpg',
      square: 'photo-01.rgb',
      scores: [-1.25, 1.25],
      verdict: 'neither',
      similarity: 0.5,
    });
    const logits = photos[0]?.logits ?? [];
    expect(new Float32Array(logits)).toEqual(request.samples[0]?.logits);
  });

  it('lack novelty.f32 where nothing was learned of likeness', () => {
    const entries = entriesOf({ novelty: null });
    expect(entries.has('novelty.f32')).toBe(false);
    expect(parseModel(textOf(entries.get('model.json'))).novelty).toBeNull();
  });

  it('hold programs that any reader can follow, and the licence they are under', () => {
    const entries = entriesOf();
    const script = textOf(entries.get('predict.mjs'));
    expect(script).toMatch(/^\/\/ predict\.mjs: a model made with Binsight/);
    // The page's own code, not minified; nothing else, and nothing of this machine.
    expect(script).toContain('function judgeValues(');
    expect(script).not.toMatch(/node_modules|file:\/\/|^import /m);
    expect(script).not.toContain(process.cwd());
    expect(textOf(entries.get('predict.py'))).toMatch(/^#!\/usr\/bin\/env python3\n"""predict\.py/);
    const licence = readFileSync(new URL('../../../../LICENSE', import.meta.url), 'utf8');
    expect(entries.get('LICENSE.txt')).toBe(licence);
  });
});

describe('the README', () => {
  it('is of this very model, and its labels do no harm to its tables', () => {
    const readme = textOf(entriesOf().get('README.md'));
    expect(readme).toMatch(/^# Tomatoes \\\*2026\\\*\n/);
    expect(readme).toContain('| `ripe` | 2 |');
    expect(readme).toContain('| \\`un\\|ripe\\` | 2 |');
    expect(readme).toContain('below 0.700 the verdict is `neither`');
    expect(readme).toContain('empty: with these photos none could be learned');
    expect(readme).toContain('10 of the photos');
    expect(readme).toContain('unrestricted use');
  });

  it('tells probabilities that nobody tried to learn from those that could not be learned', () => {
    const untried = textOf(entriesOf({ calibration: null }).get('README.md'));
    expect(untried).toContain('empty: learning any had not been tried yet when the bundle was made');
    expect(untried).not.toContain('could be learned');
  });

  it('says what goes along with the photos, and what onnxruntime would tell of its use', () => {
    const readme = textOf(entriesOf().get('README.md'));
    expect(readme).toMatch(/EXIF[^.]*\. If they are not for everybody, delete that folder/);
    expect(readme).toContain('ORT_DISABLE_TELEMETRY');
  });

  it('speaks of neither only where it is said', () => {
    const off = textOf(entriesOf({ neither: false }).get('README.md'));
    expect(off).toContain('`neither` was switched off');
    const unknown = textOf(entriesOf({ novelty: null }).get('README.md'));
    expect(unknown).toContain('too few photos to tell');
    expect(unknown).not.toContain("fetch('novelty.f32')");
  });
});
