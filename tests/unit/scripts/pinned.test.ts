// What is built today is built the same next year: every package, action and image in exactly one version.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Package {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}
interface Lock {
  readonly packages: Record<string, Package & { version?: string; integrity?: string; resolved?: string }>;
}

const packages = ['package.json', 'tests/lighthouse/package.json', 'tests/runtimes/package.json'];

describe.each(packages)('%s', (path) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path)) as Package;
  const lock = JSON.parse(read(join(dirname(path), 'package-lock.json'))) as Lock;

  test('names exact versions', () => {
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('is in step with its package-lock.json', () => {
    const { '': root = {}, ...locked } = lock.packages;
    expect(root.dependencies ?? {}).toEqual(dependencies);
    expect(root.devDependencies ?? {}).toEqual(devDependencies);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
  });

  test('has each package’s checksum, and no registry’s address', () => {
    const { '': _root, ...locked } = lock.packages;
    const without = Object.entries(locked).filter(([, { integrity, resolved }]) => !integrity || resolved);
    expect(without).toEqual([]);
  });
});

test('no package.json is forgotten', () => {
  const found = readdirSync(join(ROOT, 'tests')).map((name) => `tests/${name}/package.json`);
  expect(['package.json', ...found].filter((path) => existsSync(join(ROOT, path)))).toEqual(packages);
});

const GITHUB = readdirSync(join(ROOT, '.github'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yml'),
);

test.each(GITHUB)('.github/%s runs actions by their commits', (path) => {
  const uses = [...read(`.github/${path}`).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, action]) => action);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses)
    expect(action).toMatch(/^\.\/\.github\/actions\/\w+$|^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(GITHUB.filter((path) => path.startsWith('workflows/')))('.github/%s may only read', (path) => {
  const workflow = read(`.github/${path}`);
  expect(workflow).toContain('\npermissions:\n  contents: read\n\n');
  // But for the job that publishes.
  const more = [...workflow.matchAll(/^ {6}([\w-]+: write)$/gm)].map(([, permission]) => permission);
  expect(more).toEqual(path.endsWith('pages.yml') ? ['pages: write', 'id-token: write'] : []);
  expect(workflow.match(/: write|write-all/g) ?? []).toHaveLength(more.length);
});

test('the Dockerfile names its images’ versions', () => {
  const images = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(images.length).toBeGreaterThan(1);
  for (const image of images) expect(image).toMatch(/^[\w./-]+:\d+\.\d+(\.\d+)?-[\w.-]+$/);
});
