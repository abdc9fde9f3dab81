// The address that a QR code holds.

import { expect, it } from 'vitest';
import { isLocal, pageAddress } from '../../../src/ui/share/pageAddress.ts';

it('is the page without what is only for this visit', () => {
  expect(pageAddress('https://example.org/binsight/?backend=wasm#talk')).toBe(
    'https://example.org/binsight/',
  );
});

it.each([
  ['http://localhost:4173/', true],
  ['http://127.0.0.1/', true],
  ['http://[::1]:80/', true],
  ['https://localhosts.example/', false],
  ['https://example.org/localhost/', false],
])('%s: of this machine alone: %s', (address, expected) => {
  expect(isLocal(address)).toBe(expected);
});
