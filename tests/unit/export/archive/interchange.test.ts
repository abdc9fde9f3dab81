// Zips go to other programs and come back from them.
// The fixtures hold one project that was unpacked, given a photo more (classic/added.jpg) and packed again:
// infozip.zip by Info-ZIP's `zip -r` with its folder, python.zip by Python's zipfile, deflated and with entries for
// folders, and streamed.zip as macOS' Archive Utility packs: all in a folder, sizes after the data, resource forks.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packArchive } from '../../../../src/export/archive/packArchive.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import { DATE } from '../../../support/portableProjects.ts';

it.each(['infozip.zip', 'python.zip', 'streamed.zip'])('opens %s', async (file) => {
  const bytes = readFileSync(new URL(`../../../fixtures/archives/${file}`, import.meta.url));
  const { bins, photos, changed, added } = await readProject(new Blob([bytes]));
  expect(bins).toEqual(['classic', 'Früh', 'empty']);
  expect(
    await Promise.all(photos.map(async (p) => [p.name, p.bin, (await p.file.text()).slice(0, 13)])),
  ).toEqual([
    ['a.jpg', 0, 'one photo one'],
    ['ü.jpg', 1, 'another photo'],
    ['t.jpg', null, 'a third photo'],
    ['added.jpg', 0, 'added by hand'],
  ]);
  expect([changed, added]).toEqual([[], ['classic/added.jpg']]);
});

const CONTENT: Readonly<Record<string, Uint8Array>> = {
  'plain.txt': Buffer.from('plain text '.repeat(100)),
  'photos/stored.jpg': Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251),
  'ünïcode/車 👩‍👧.json': Buffer.from('{"ü":1}'),
  'empty.bin': new Uint8Array(0),
  'numbers.f32': Uint8Array.from({ length: 9000 }, (_, i) => i % 3),
};

const folder = mkdtempSync(join(tmpdir(), 'binsight-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function packToDisk(): Promise<string> {
  const archive = await packArchive(
    [
      { path: 'nothing in it/', data: '' },
      ...Object.entries(CONTENT).map(([path, data]) => ({ path, data })),
    ],
    { date: DATE },
  );
  const path = join(folder, 'ours.zip');
  writeFileSync(path, new Uint8Array(await archive.arrayBuffer()));
  return path;
}

const run = (command: string, ...values: readonly string[]) =>
  spawnSync(command, values, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });

const python = process.env.BINSIGHT_PYTHON ?? 'python3';
const isThere = (command: string, ...values: readonly string[]): boolean => {
  const there = run(command, ...values).status === 0;
  // biome-ignore lint/suspicious/noConsole: a quiet skip would look like a pass
  if (!there) console.warn(`\n!!! SKIPPED: ${command} is not installed, so it does not try our zips here\n`);
  return there;
};

/** CI has Python. */
describe.skipIf(!isThere(python, '--version') && !process.env.CI)('Python', () => {
  it('lists and extracts ours', async () => {
    const path = await packToDisk();
    const listing = run(python, '-m', 'zipfile', '-l', path);
    expect(listing.stderr).toBe('');
    for (const name of Object.keys(CONTENT)) expect(listing.stdout).toContain(name);
    expect(listing.stdout).toContain('2026-01-02 03:04:06');
    expect(run(python, '-m', 'zipfile', '-t', path).stdout).toContain('Done testing');
    expect(run(python, '-m', 'zipfile', '-e', path, folder)).toMatchObject({ status: 0, stderr: '' });
    for (const [name, bytes] of Object.entries(CONTENT)) {
      expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
    }
  });

  it('finds nothing exotic in ours', async () => {
    const script = `
import sys, zipfile
for entry in zipfile.ZipFile(sys.argv[1]).infolist():
    print(entry.filename, entry.compress_type, entry.flag_bits & ~0x800, len(entry.extra), entry.extract_version)
`;
    const listed = run(python, '-c', script, await packToDisk())
      .stdout.trim()
      .split('\n');
    expect(listed).toEqual([
      'nothing in it/ 0 0 0 20',
      'plain.txt 8 0 0 20',
      'photos/stored.jpg 0 0 0 10',
      'ünïcode/車 👩‍👧.json 8 0 0 20',
      expect.stringMatching(/^empty\.bin [08] 0 0 \d+$/),
      'numbers.f32 8 0 0 20',
    ]);
  });
});

describe.skipIf(!isThere('unzip', '-v'))('Info-ZIP', () => {
  it('finds no fault in ours', async () => {
    const tested = run('unzip', '-t', await packToDisk());
    expect(tested.stdout).toContain('No errors detected');
    expect(tested.status).toBe(0);
  });
});
