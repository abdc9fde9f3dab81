// The same photos are worked on once, whoever sends them.

import { expect, it } from 'vitest';
import { prepareTraining, scaleRows } from '../../../src/core/prepareTraining.ts';
import { rememberLast } from '../../../src/core/rememberLast.ts';

const photo = (...features: number[]) => Float32Array.from(features);
const rows = [photo(0, 1), photo(2, 5), photo(4, 4)];

it('gives the same answer to rows of the same content, and works anew for others', () => {
  let times = 0;
  const count = rememberLast(() => ++times);
  expect(count(rows)).toBe(1);
  expect(count(structuredClone(rows))).toBe(1);
  for (const other of [
    [photo(0, 1), photo(2, 5), photo(4, 3)],
    rows.slice(1),
    [...rows, photo(4, 4)],
    [photo(0, 1, 2), photo(2, 5), photo(4, 4)],
    rows.toReversed(),
    rows,
  ]) {
    const before = times;
    expect(count(other)).toBe(before + 1);
    expect(count(other)).toBe(before + 1);
  }
});

it('works again after a failure', () => {
  const scale = rememberLast(scaleRows);
  const bad = [photo(0, 1), photo(Number.NaN, 5), photo(4, 4)];
  for (let time = 0; time < 2; time++) expect(() => scale(bad)).toThrow('train-not-finite');
  expect(scale(rows).scaled).toHaveLength(3);
});

it('prepares the same trainings, bit for bit: other bins and another C are no other rows', () => {
  const scale = rememberLast(scaleRows);
  const labels = ['a', 'b'];
  for (const { targets, C } of [
    { targets: [0, 1, 1], C: 10 },
    { targets: [0, 0, 1], C: 1 },
  ]) {
    const input = { labels, rows, targets, C };
    expect(prepareTraining(input, scale)).toEqual(prepareTraining(input));
    expect(prepareTraining(input, scale).gram).toBe(scale(rows).gram);
  }
});
