// The table of the bundle's programs: row for row what the page writes, also of names that a spreadsheet would run.

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  HEADER,
  problemRow,
  type TableVerdict,
  verdictRow,
} from '../../../../src/export/bundle/predict/table.ts';
import { hasRuntimes, python } from '../../../support/foreign.ts';
import { madeUpBundle } from '../../../support/madeUpBundle.ts';
import { PROGRAMS, type Program, readTable, run } from '../../../support/programs.ts';
import { unpackBundle } from '../../../support/unpackBundle.ts';

const PHOTO = new URL('../../../fixtures/photos/plain.jpg', import.meta.url).pathname;
const inCi = Boolean(process.env.CI);
const execute = promisify(execFile);
/** Both would be run by a spreadsheet. */
const LABELS = ['=HYPERLINK("http://x")', '@un, ripe'];

const home = mkdtempSync(join(tmpdir(), 'binsight-table-'));
const bundle = join(home, 'bundle');
beforeAll(async () => {
  const request = await madeUpBundle();
  await unpackBundle(
    { ...request, classifier: { ...request.classifier, labels: LABELS }, neither: false },
    bundle,
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const VERDICT: TableVerdict = {
  verdict: 'ripe',
  score: -1.25,
  distance: 0.5,
  probability: null,
  similarity: 0.875,
  classes: [
    { name: 'sports car', probability: 0.9434 },
    { name: "yellow lady's slipper", probability: 0.0004 },
  ],
};

describe.each(PROGRAMS)('%s', (program: Program) => {
  const test = it.skipIf(!inCi && (!hasRuntimes || (program === 'predict.py' && python === null)));

  test('names no file and no label so that a spreadsheet runs it, and files so that they are found', async () => {
    const folder = join(home, program);
    mkdirSync(folder);
    const names = ['=1+1.jpg', '+1.jpg', '-1.jpg', '@SUM(A1).jpg', '＝1＋1.jpg', "it's=1.jpg"];
    for (const name of names) copyFileSync(PHOTO, join(folder, name));
    copyFileSync(join(home, 'bundle/README.md'), join(folder, '@no.jpg'));
    const input = [...names, '@no.jpg'].join('\n');
    const rows = readTable((await run(program, bundle, [], { cwd: folder, input })).output);
    expect(rows.map(({ file }) => file)).toEqual([
      './=1+1.jpg',
      './+1.jpg',
      './-1.jpg',
      './@SUM(A1).jpg',
      './＝1＋1.jpg',
      "it's=1.jpg",
      './@no.jpg',
    ]);
    expect(rows.at(-1)?.error).toMatch(/^It is no photo but text/);
    for (const { verdict } of rows.slice(0, -1))
      expect(LABELS.map((label) => `'${label}`)).toContain(verdict);
    // Whoever takes the names from the table finds the files.
    const again = await run(
      program,
      bundle,
      rows.slice(0, 3).map(({ file }) => file ?? ''),
      { cwd: folder },
    );
    expect(readTable(again.output)).toEqual(rows.slice(0, 3));
  });
});

it.skipIf(python === null && !inCi)(
  'predict.py writes the very rows of predict.mjs and of the page',
  async () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom(...'=+-@\t\r\n＝＋－＠,"\''), fc.string({ unit: 'grapheme' }))
        .map((parts) => parts.join('')),
      fc.constantFrom('+', '-', '-1', '+1.5', '-1+cmd|A1', '-٣', '1\n', '-1\n', 'a=b'),
    );
    const cases = fc.sample(fc.record({ file: name, label: name }), { numRuns: 500, seed: 4 });
    const list = join(home, 'cases.json');
    writeFileSync(list, JSON.stringify(cases));
    const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
import predict
found = json.loads(sys.argv[3])
found["classes"] = [(top["name"], top["probability"]) for top in found["classes"]]
cases = json.load(open(sys.argv[2], encoding="utf-8"))
rows = [
    [predict.prediction_row(case["file"], {**found, "verdict": case["label"]}), predict.problem_row(case["file"], "Why.")]
    for case in cases
]
print(json.dumps([predict.HEADER, rows]))
`;
    const { stdout } = await execute(
      python ?? 'python3',
      ['-c', script, bundle, list, JSON.stringify(VERDICT)],
      {
        maxBuffer: 1e8,
      },
    );
    const [header, rows] = JSON.parse(stdout) as [string, string[][]];
    expect(header).toBe(HEADER);
    expect(rows).toEqual(
      cases.map(({ file, label }) => [
        verdictRow(file, { ...VERDICT, verdict: label }),
        problemRow(file, 'Why.'),
      ]),
    );
  },
);
