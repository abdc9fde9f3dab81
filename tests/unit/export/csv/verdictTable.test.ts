// The table of verdicts: read back by a strict reader of RFC 4180, it says what the page said.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADER, problemRow, verdictRow } from '../../../../src/export/bundle/predict/table.ts';
import { type TestVerdict, writeTestVerdicts } from '../../../../src/export/csv/verdictTable.ts';

type Judged = Extract<TestVerdict, { status: 'judged' }>;

const judged = (changes: Partial<Judged> = {}): Judged => ({
  status: 'judged',
  file: 'racer.jpg',
  verdict: 'modern',
  score: 1.0412345678901234,
  distance: 0.25,
  scores: [-1.0412345678901234, 1.0412345678901234],
  probability: 0.9,
  similarity: 0.85,
  classes: [
    { name: 'sports car', probability: 0.9434 },
    { name: "yellow lady's slipper", probability: 0.0004 },
  ],
  ...changes,
});

/** As RFC 4180 has it, and no way else. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const quoted = /"((?:[^"]|"")*)"/y;
    const bare = /[^",\r\n]*/y;
    quoted.lastIndex = at;
    bare.lastIndex = at;
    const inQuotes = quoted.exec(csv);
    const found = inQuotes ?? bare.exec(csv);
    row.push(inQuotes ? (inQuotes[1] ?? '').replaceAll('""', '"') : (found?.[0] ?? ''));
    at += found?.[0].length ?? 0;
    if (csv[at] === ',') {
      at++;
    } else if (csv.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else {
      throw new Error(`neither a comma nor the end of a row at ${at}: ${csv.slice(at, at + 20)}`);
    }
  }
  return rows;
}

/** One object per photo, by the columns' names. */
function read(csv: string): Record<string, string>[] {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const [header = [], ...rows] = parse(csv.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']));
  });
}

const LABELS = ['classic', 'modern'];

describe('the table of verdicts', () => {
  it('is this, byte for byte', () => {
    const csv = writeTestVerdicts(
      [
        judged(),
        judged({ file: 'a "cat", black.jpg', verdict: 'neither', score: -0.5, probability: null }),
        { status: 'none', file: 'empty.jpg', reason: 'The file is empty (0 bytes).' },
      ],
      LABELS,
    );
    expect(csv).toBe(
      [
        '\uFEFFfile,verdict,score,distance,probability,similarity,classes,error',
        `"racer.jpg","modern",1.0412345678901234,0.25,0.9,0.85,"sports car 0.943; yellow lady's slipper 0.000",""`,
        `"a ""cat"", black.jpg","neither",-0.5,0.25,,0.85,"sports car 0.943; yellow lady's slipper 0.000",""`,
        '"empty.jpg","",,,,,"","The file is empty (0 bytes)."',
        '',
      ].join('\r\n'),
    );
  });

  it('comes back as it was, whatever photos and bins are called', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((name) => !/^[=+\-@\t\r\n＝＋－＠]/.test(name));
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ file: text, verdict: text, score: finite, distance: finite, similarity: finite }),
        ),
        (photos) => {
          const rows = read(writeTestVerdicts(photos.map(judged), LABELS));
          expect(
            rows.map(({ file, verdict, score, distance, similarity }) => ({
              file,
              verdict,
              score: Number(score),
              distance: Number(distance),
              similarity: Number(similarity),
            })),
          ).toEqual(photos.map((photo) => ({ ...photo, ...withoutMinusZero(photo) })));
        },
      ),
    );
  });

  it('has a column of scores for each of more than two bins', () => {
    const labels = ['classic', 'a "truck", red', 'modern'];
    const [first, second] = read(
      writeTestVerdicts(
        [
          judged({ scores: [-1, 0.5, 2e-7] }),
          { status: 'none', file: 'late.jpg', reason: 'Waiting its turn' },
        ],
        labels,
      ),
    );
    expect(first).toMatchObject({
      'score of classic': '-1',
      'score of a "truck", red': '0.5',
      'score of modern': '2e-7',
    });
    expect(second).toMatchObject({
      'score of classic': '',
      'score of modern': '',
      error: 'Waiting its turn',
    });
  });

  it('is a header alone without photos', () => {
    expect(writeTestVerdicts([], [])).toBe(`\uFEFF${HEADER}\r\n`);
  });
});

describe('beside predict.mjs', () => {
  it('has the same columns with the same meaning; only numbers have more digits here', () => {
    const photo = judged();
    const theirs = `\uFEFF${[
      HEADER,
      verdictRow(photo.file, photo),
      problemRow('empty.jpg', 'The file is empty.'),
    ].join('\r\n')}\r\n`;
    const ours = writeTestVerdicts(
      [photo, { status: 'none', file: 'empty.jpg', reason: 'The file is empty.' }],
      LABELS,
    );
    const rounded = read(ours).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [
          name,
          /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell).toFixed(6) : cell,
        ]),
      ),
    );
    expect(rounded).toEqual(read(theirs));
  });
});

describe('a spreadsheet', () => {
  const cellOf = (changes: Partial<Judged>, column: string) =>
    read(writeTestVerdicts([judged(changes)], LABELS))[0]?.[column];

  it.each(['=cmd|"/c calc"!A1.jpg', '+1.jpg', '-1.jpg', '@SUM(A1).jpg', '\t=1+1', '\r=1', '＝1＋1.jpg'])(
    'is given the file %j as a path to the same file, which is no formula',
    (file) => {
      expect(cellOf({ file }, 'file')).toBe(`./${file}`);
      expect(cellOf({ file: `a${file}` }, 'file')).toBe(`a${file}`);
    },
  );

  it('is given no bin as a formula', () => {
    expect(cellOf({ verdict: '=HYPERLINK("http://x")' }, 'verdict')).toBe(`'=HYPERLINK("http://x")`);
    expect(cellOf({ verdict: '@x' }, 'verdict')).toBe("'@x");
    expect(cellOf({ verdict: '-1+cmd|A1' }, 'verdict')).toBe("'-1+cmd|A1");
  });

  it.each(['+', '-', '-1', '+1.5', 'a=b', "it's"])('is given the bin %s as it is', (verdict) => {
    expect(cellOf({ verdict }, 'verdict')).toBe(verdict);
  });
});

/** A number's text has no place for the sign of zero. */
function withoutMinusZero({
  score,
  distance,
  similarity,
}: Record<'score' | 'distance' | 'similarity', number>) {
  return { score: score + 0, distance: distance + 0, similarity: similarity + 0 };
}
