// What the bundle's programs do when something is not as it should be: one sentence with the cause and the remedy, and
// an exit code. The weights are made up.

import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasRuntimes, python, RUNTIMES } from '../../../support/foreign.ts';
import { madeUpBundle } from '../../../support/madeUpBundle.ts';
import { PROGRAMS, type Program, readTable, run } from '../../../support/programs.ts';
import { unpackBundle } from '../../../support/unpackBundle.ts';

const PHOTO = new URL('../../../fixtures/photos/plain.jpg', import.meta.url).pathname;
const inCi = Boolean(process.env.CI);
const execute = promisify(execFile);
// Five run at once, of which each may wait for the others.
vi.setConfig({ testTimeout: 240_000 });

const home = mkdtempSync(join(tmpdir(), 'binsight-faults-'));
const bundle = join(home, 'bundle');
beforeAll(async () => {
  await unpackBundle(await madeUpBundle(), bundle);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A bundle of its own, of which `change` may delete and write files. */
function changedBundle(name: string, change: (folder: string) => void): string {
  const folder = join(home, name);
  mkdirSync(join(folder, 'selfcheck'), { recursive: true });
  for (const file of readdirSync(bundle, { recursive: true, encoding: 'utf8' })) {
    if (file.startsWith('node_modules') || !statSync(join(bundle, file)).isFile()) continue;
    linkSync(join(bundle, file), join(folder, file));
  }
  symlinkSync(join(RUNTIMES, 'node_modules'), join(folder, 'node_modules'));
  change(folder);
  return folder;
}

/** Another file in the place of one that other bundles share. */
function replace(path: string, bytes: Uint8Array): void {
  rmSync(path);
  writeFileSync(path, bytes);
}

const halve = (path: string): void => {
  const bytes = readFileSync(path);
  replace(path, bytes.subarray(0, bytes.length / 2));
};

interface Fault {
  readonly what: string;
  readonly change: (folder: string) => void;
  readonly args: readonly string[];
  readonly says: RegExp;
}

const FAULTS: readonly Fault[] = [
  {
    what: 'half a model.onnx',
    change: (folder) => halve(join(folder, 'model.onnx')),
    args: [PHOTO],
    says: /^model\.onnx cannot be used \(.+\): unpack the whole zip again\.$/,
  },
  {
    what: 'no model.onnx',
    change: (folder) => rmSync(join(folder, 'model.onnx')),
    args: [PHOTO],
    says: /^model\.onnx is missing: unpack the whole zip into one folder\.$/,
  },
  {
    what: 'half a model.json',
    change: (folder) => halve(join(folder, 'model.json')),
    args: [PHOTO],
    says: /^model\.json cannot be used \(.+\): unpack the whole zip again\.$/,
  },
  {
    what: 'half a novelty.f32',
    change: (folder) => halve(join(folder, 'novelty.f32')),
    args: [PHOTO],
    says: /^novelty\.f32 cannot be used \(.*4 rows of 1000 numbers\): unpack the whole zip again\.$/,
  },
  {
    what: 'selfcheck/ deleted',
    change: (folder) => rmSync(join(folder, 'selfcheck'), { recursive: true }),
    args: ['--selfcheck'],
    says: /^selfcheck\/ is missing \(it may be deleted\): unpack the zip again, or judge photos without --selfcheck\.$/,
  },
  {
    what: 'half an expected.json',
    change: (folder) => halve(join(folder, 'selfcheck/expected.json')),
    args: ['--selfcheck'],
    says: /^selfcheck\/expected\.json cannot be used \(.+\): unpack the whole zip again\.$/,
  },
  {
    what: 'no folder for the table',
    change: () => undefined,
    args: ['-o', join(home, 'nowhere/table.csv'), PHOTO],
    says: /^The table cannot be written to .*nowhere\/table\.csv \(.+\): give another file with -o, in a folder/,
  },
];

describe.concurrent.each(PROGRAMS)('%s', (program: Program) => {
  const test = it.skipIf(!inCi && (!hasRuntimes || (program === 'predict.py' && python === null)));

  test.each(FAULTS)('says in a sentence: $what', async ({ what, change, args, says }) => {
    const folder = changedBundle(`${program}, ${what}`, change);
    const { code, errors } = await run(program, folder, args);
    expect(errors.trim()).toMatch(says);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('goes on past a folder that may not be read, and a name that is no text', async () => {
    const folder = join(home, `odd-${program}`);
    const locked = join(folder, 'locked');
    mkdirSync(locked, { recursive: true });
    // Latin-1, as on very old disks. Not every disk takes it.
    const name = Buffer.concat([Buffer.from(folder), Buffer.from('/gr\xfcn.jpg', 'latin1')]);
    const takesIt = process.platform === 'linux';
    if (takesIt) copyFileSync(PHOTO, name);
    copyFileSync(PHOTO, join(folder, 'z.jpg'));
    chmodSync(locked, 0);
    const { code, output, errors } = await run(program, bundle, [folder], { unprivileged: true });
    chmodSync(locked, 0o700);
    const said = errors.trim().split('\n');
    expect(said[0]).toMatch(
      /^The folder .*locked was left out \(.*permission denied.*\): change its permissions\.$/i,
    );
    expect(code).toBe(1);
    const rows = readTable(output);
    expect(rows.at(-1)).toMatchObject({ file: join(folder, 'z.jpg'), error: '' });
    expect(rows).toHaveLength(takesIt ? 2 : 1);
    if (!takesIt) return;
    const problem = program === 'predict.py' ? '' : expect.stringMatching(/not UTF-8.*Rename it/);
    expect(rows[0]).toMatchObject({ file: join(folder, 'gr\uFFFDn.jpg'), error: problem });
  });
});

describe.concurrent('predict.mjs', () => {
  const test = it.skipIf(!inCi && !hasRuntimes);

  test('leaves nothing in the home folder, where onnxruntime keeps what it reports', async () => {
    const HOME = join(home, 'at home');
    mkdirSync(HOME);
    const { code } = await run('predict.mjs', bundle, [PHOTO], { env: { HOME, XDG_CACHE_HOME: undefined } });
    expect(code).toBe(0);
    expect(readdirSync(HOME)).toEqual([]);
  });

  it('says which Node it needs to one that is too old', async () => {
    // What Node 20.15 lacks.
    const NODE_OPTIONS = '--import=data:text/javascript,delete(process.getBuiltinModule)';
    const { code, errors } = await run('predict.mjs', bundle, [PHOTO], { env: { NODE_OPTIONS } });
    expect(errors).toBe(`Node is ${process.version}: install 20.16, 22.3 or a newer one from nodejs.org.\n`);
    expect(code).toBe(2);
  });

  it('can be imported by a program whose first argument is no file', async () => {
    const path = pathToFileURL(join(bundle, 'predict.mjs')).href;
    const script = `import(${JSON.stringify(path)}).then((module) => console.log(Object.keys(module).sort().join()))`;
    const { stdout } = await execute(process.execPath, ['-e', script, 'no file']);
    expect(stdout).toBe('createPredictor,readPhoto\n');
  });
});

describe.concurrent('predict.py', () => {
  const test = it.skipIf(!inCi && python === null);

  test('tells onnxruntime before it is loaded, and once it is, not to report its use', async () => {
    // One that says what it was told: the tests' Python has OpenCV alone.
    const folder = join(home, 'stand-in');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'onnxruntime.py'),
      `import os
__version__ = "of a test"
told = [os.environ.get("ORT_DISABLE_TELEMETRY")]
def disable_telemetry_events():
    told.append("by name")
def InferenceSession(path, providers):
    raise RuntimeError(f"told {told}")
`,
    );
    const { errors } = await run('predict.py', bundle, [PHOTO], { env: { PYTHONPATH: folder } });
    expect(errors).toContain("told ['1', 'by name']");
  });

  test('reads names in both codes of Windows, and names that are no text elsewhere', async () => {
    const script = `
import locale, os, sys
sys.path.insert(0, sys.argv[1])
import predict
locale.getpreferredencoding = lambda _: "cp1252"
utf8, old = "größe".encode("utf-8"), "größe".encode("cp1252")
print(ascii([predict.decode_name(name, windows=True) for name in (utf8, old, b"\\x81")]))
print(os.fsencode(predict.decode_name(old, windows=False)) == old)
`;
    const { stdout } = await execute(python ?? 'python3', ['-c', script, bundle]);
    expect(stdout).toBe("['gr\\xf6\\xdfe', 'gr\\xf6\\xdfe', '\\ufffd']\nTrue\n");
  });
});
