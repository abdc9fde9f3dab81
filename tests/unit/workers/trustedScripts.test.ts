import { expect, test } from 'vitest';
import { isOwnScript } from '../../../src/workers/trustedScripts.ts';

const BASE = 'https://example.org/some/path/';

test.each(['assets/reader.worker-DKf7_EwY.js', `${BASE}assets/a-1.js`, `${BASE}sw.js`, './sw.js'])(
  '%s is a script of the page',
  (address) => {
    expect(isOwnScript(address, BASE)).toBe(true);
  },
);

test.each([
  'https://elsewhere.example/some/path/sw.js',
  'https://example.org/sw.js',
  'https://example.org/some/path/samples/cars/photos.json',
  'https://example.org/some/path/uploads/assets/a.js',
  'assets/../uploads/a.js',
  'assets/%2e%2e/sw.js?callback=alert',
  'sw.js?importScripts=x',
  'data:text/javascript,alert(1)',
  'blob:https://example.org/0',
  '//elsewhere.example/sw.js',
])('%s is none', (address) => {
  expect(isOwnScript(address, BASE)).toBe(false);
});
