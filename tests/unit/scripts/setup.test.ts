// The set-up's decisions, apart from the programs it starts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chromiumCandidates, hasChromiumPackage, parseVersion } from '../../../scripts/lib/chromium.mjs';
import { countPlaywright, countVitest, summarize } from '../../../scripts/lib/counts.mjs';
import { hashTree, sha256 } from '../../../scripts/lib/files.mjs';
import { describeNpmFailure, installStamp, matchesLock } from '../../../scripts/lib/install.mjs';
import { checkNode } from '../../../scripts/lib/nodeVersion.mjs';
import { listSamples, upstreamUrls } from '../../../scripts/lib/samples.mjs';
import { choosePort } from '../../../scripts/lib/serve.mjs';
import { describeFailure } from '../../../scripts/lib/step.mjs';

const LINUX = { node: '20.19.0', platform: 'linux', arch: 'x64' };

describe('Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '25.1.0'])('%s will do', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  test.each(['18.20.4', '20.18.3', '16.0.0'])('%s is too old', (version) => {
    expect(() => checkNode(version)).toThrow(`this is Node ${version}`);
  });
});

describe('dependencies', () => {
  const asked = JSON.stringify({ scripts: { start: 'a' }, dependencies: { x: '1.0.0' } });
  const stamp = installStamp(asked, 'lock', LINUX);

  test('are those of the same packages, Node and system', () => {
    const otherScripts = JSON.stringify({ scripts: { start: 'b' }, dependencies: { x: '1.0.0' } });
    expect(installStamp(otherScripts, 'lock', { ...LINUX, node: '20.20.2' })).toBe(stamp);
    expect(installStamp(asked.replace('1.0.0', '1.0.1'), 'lock', LINUX)).not.toBe(stamp);
    expect(installStamp(asked, 'other lock', LINUX)).not.toBe(stamp);
    expect(installStamp(asked, 'lock', { ...LINUX, node: '22.1.0' })).not.toBe(stamp);
    expect(installStamp(asked, 'lock', { ...LINUX, platform: 'darwin' })).not.toBe(stamp);
  });

  test('that npm installed by hand are recognised', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0' },
        'node_modules/native-mac': { version: '1.0.0', optional: true, os: ['darwin'] },
        'node_modules/native-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
      },
    };
    const a = { 'node_modules/a': { version: '1.0.0' } };
    const complete = { packages: { ...a, 'node_modules/native-linux': { version: '1.0.0' } } };
    expect(matchesLock(complete, lock, LINUX)).toBe(true);
    expect(matchesLock({ packages: a }, lock, LINUX)).toBe(false);
    expect(matchesLock(complete, lock, { ...LINUX, platform: 'darwin' })).toBe(false);
    expect(matchesLock({ packages: { 'node_modules/a': { version: '0.9.0' } } }, lock, LINUX)).toBe(false);
    expect(matchesLock({}, lock, LINUX)).toBe(false);
    expect(matchesLock({}, {}, LINUX)).toBe(false);
  });

  test.each([
    [127, '', 'npm was not found'],
    [1, 'npm error code ENOTFOUND', 'registry cannot be reached'],
    [1, "npm error EROFS: read-only file system, mkdir 'node_modules'", 'may not write'],
    [1, 'npm error code EUSAGE', 'disagree'],
    [1, 'npm error code ENOSPC', 'disk is full'],
    [1, 'npm error something else', 'last words'],
  ])('failing with %i %s give a sentence', (code, output, sentence) => {
    expect(describeNpmFailure(code, output).sentence).toContain(sentence);
  });
});

describe('Chromium', () => {
  test('is looked for where each system keeps it', () => {
    const linux = chromiumCandidates({ platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' } });
    expect(linux.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
    expect(chromiumCandidates({ platform: 'darwin', env: { HOME: '/Users/me' } })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(chromiumCandidates({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } })).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
  });

  test('is what answers with a version, and not the stub for a snap', () => {
    expect(parseVersion('Chromium 141.0.7390.37 built on Debian\n')).toBe('Chromium 141.0.7390.37');
    expect(parseVersion('a warning\nGoogle Chrome 140.0.7339.80 \n')).toBe('Google Chrome 140.0.7339.80');
    expect(parseVersion('Command requires the chromium snap to be installed.\n')).toBe('');
  });

  test('comes as a package on Debian and its kin, but not on Ubuntu', () => {
    expect(hasChromiumPackage('NAME="Debian GNU/Linux"\nID=debian\n')).toBe(true);
    expect(hasChromiumPackage('ID=raspbian\nID_LIKE=debian\n')).toBe(true);
    expect(hasChromiumPackage('ID=ubuntu\nID_LIKE=debian\n')).toBe(false);
    expect(hasChromiumPackage('ID=pop\nID_LIKE="ubuntu debian"\n')).toBe(false);
    expect(hasChromiumPackage('ID=fedora\n')).toBe(false);
  });
});

describe('the closing line', () => {
  test("counts Vitest's tests, and a file that cannot be loaded as a failure", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test("counts Playwright's tests, and a flaky one as a failure", () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  test('adds them up', () => {
    const counts = { passed: 1, failed: 2, skipped: 3 };
    expect(summarize([counts, counts])).toBe('2 passed, 4 failed, 6 skipped');
  });
});

describe('the port', () => {
  test('is the usual one or what PORT says', () => {
    expect(choosePort(4173, '')).toBe(4173);
    expect(choosePort(4173, '8080')).toBe(8080);
  });
  test.each(['http', '-1', '70000', '80.5'])('is never %s', (wanted) => {
    expect(() => choosePort(4173, wanted)).toThrow('is not a port');
  });
});

test('an error that was foreseen becomes a sentence without a stack', () => {
  const readOnly = Object.assign(new Error('EROFS'), { code: 'EROFS', path: '/clone/.cache' });
  expect(describeFailure(readOnly).sentence).toBe('Binsight may not write to /clone/.cache.');
  expect(describeFailure(new Error('a bug')).sentence).toContain('at ');
});

test('a folder has another hash when a file changes, comes or goes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'binsight-hash-'));
  writeFileSync(join(folder, 'a'), '1');
  const before = await hashTree(folder, ['.', 'missing']);
  expect(await hashTree(folder, ['.', 'missing'])).toBe(before);
  writeFileSync(join(folder, 'a'), '2');
  expect(await hashTree(folder, ['.', 'missing'])).not.toBe(before);
  writeFileSync(join(folder, 'a'), '1');
  writeFileSync(join(folder, 'b'), '');
  expect(await hashTree(folder, ['.', 'missing'])).not.toBe(before);
  rmSync(folder, { recursive: true });
});

describe('what is committed', () => {
  test('names 10 + 10 + 7 photos and a cat, each credited to its own page', async () => {
    const photos = await listSamples();
    const count = (bin: string) => photos.filter((photo) => photo.bin === bin).length;
    expect([count('classic'), count('modern'), count('test'), count('talk')]).toEqual([10, 10, 7, 1]);
    for (const { file, credit, bin } of photos) {
      if (bin === 'talk') continue;
      const id = /(\d{8,})_/.exec(file)?.[1];
      expect(credit).toMatch(new RegExp(`^https://www\\.flickr\\.com/photos/[^/]+/${id}/?$`));
    }
  });

  test('every photo has addresses upstream, the pinned one first', async () => {
    for (const photo of await listSamples()) {
      const urls = upstreamUrls(photo);
      expect(urls[0]).toContain('/0dde233/');
      expect(new Set(urls).size).toBe(urls.length);
    }
  });

  test('the committed checksums cover every tensor, and the labels are the published ones', () => {
    const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
    const checksums = JSON.parse(read('src/network/checksums.json').toString());
    expect(Object.keys(checksums.tensors)).toHaveLength(116);
    expect(sha256(read('public/models/inception-v1/labels.txt'))).toBe(checksums.labels);
  });
});
