// The 1000 class names on screen: short, and all different.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseLabels } from '../../../src/network/labels.ts';

const served = readFileSync(
  new URL('../../../public/models/inception-v1/labels.txt', import.meta.url),
  'utf8',
);

it('gives each of the 1000 classes a name of its own', () => {
  const names = parseLabels(served);
  expect(names.length).toBe(1000);
  expect(new Set(names).size).toBe(1000);
  expect(names.filter((name) => name.trim() === '' || name !== name.trim())).toEqual([]);
  expect([names[0], names[134], names[285], names[436], names[517], names[999]]).toEqual([
    'tench',
    'crane (bird)',
    'Egyptian cat',
    'beach wagon',
    'crane (machine)',
    'toilet tissue',
  ]);
});

it('takes the first synonym, all of them where two classes share it', () => {
  expect(parseLabels('n1 tench, Tinca tinca\nn2 cardigan, Welsh corgi\nn3 cardigan\n')).toEqual([
    'tench',
    'cardigan, Welsh corgi',
    'cardigan',
  ]);
});

it('does not mind how lines end', () => {
  expect(parseLabels('n1 tench, Tinca tinca\r\nn2 goldfish\r\n')).toEqual(['tench', 'goldfish']);
});
