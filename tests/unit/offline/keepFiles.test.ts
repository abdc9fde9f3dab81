// Which large files are kept, and when all of them are said to be there.

import { beforeEach, expect, it, vi } from 'vitest';
import { sha256Hex } from '../../../src/network/sha256.ts';
import { keepFiles, type LargeFile } from '../../../src/offline/keepFiles.ts';

const RIGHT = 'https://example.org/right.jpg';
const ODD = 'https://example.org/odd.jpg';

const encode = (text: string) => new TextEncoder().encode(text);
const file = async (url: string, isOptional = true): Promise<LargeFile> => ({
  url,
  sha256: await sha256Hex(encode(`bytes of ${url}`)),
  isOptional,
});
const good = (url: string) => new Response(`bytes of ${url}`);

/** Of the Cache API what is used here. */
class FakeCache {
  readonly kept = new Map<string, Response>();
  keys = async () => [...this.kept.keys()].map((url) => ({ url }));
  match = async (url: string) => this.kept.get(url)?.clone();
  put = async (url: string, answer: Response) => void this.kept.set(url, answer);
  delete = async (url: string) => this.kept.delete(url);
}

let cache: FakeCache;
/** How the server answers for ODD. */
let odd: (mode: RequestCache | undefined) => Response;
const fetching = vi.fn(async (url: string, init?: RequestInit) =>
  url === ODD ? odd(init?.cache) : good(url),
);

beforeEach(() => {
  cache = new FakeCache();
  fetching.mockClear();
  vi.stubGlobal('fetch', fetching);
});

const keep = async (isOptional = true) =>
  await keepFiles(cache as unknown as Cache, [await file(ODD, isOptional), await file(RIGHT)], sha256Hex);
const keptUrls = () => [...cache.kept.keys()].sort();
const asked = () => fetching.mock.calls.map(([url, init]) => `${url} ${init?.cache}`);

it('keeps what is right, and asks for it once', async () => {
  odd = () => good(ODD);
  expect(await keep()).toBe(true);
  expect(keptUrls()).toEqual([ODD, RIGHT]);
  expect(await cache.kept.get(ODD)?.text()).toBe(`bytes of ${ODD}`);
  cache.kept.set(ODD, good(ODD));
  expect(await keep()).toBe(true);
  expect(fetching).toHaveBeenCalledTimes(2);
});

it.each([
  ['other bytes', () => new Response('no photo')],
  ['a page', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
  ['a server error', () => new Response(null, { status: 503 })],
])('does not keep %s, keeps the rest, and says that something is missing', async (_, answer) => {
  odd = answer;
  expect(await keep()).toBe(false);
  expect(keptUrls()).toEqual([RIGHT]);
  odd = () => good(ODD);
  expect(await keep()).toBe(true);
  expect(keptUrls()).toEqual([ODD, RIGHT]);
});

it('goes past caches that have it wrong', async () => {
  odd = (mode) => (mode === 'reload' ? good(ODD) : new Response('old'));
  expect(await keep()).toBe(true);
  expect(asked().filter((call) => call.startsWith(ODD))).toEqual([`${ODD} default`, `${ODD} reload`]);
});

it('fetches anew what was kept wrong, and removes it where that does not help', async () => {
  odd = () => good(ODD);
  cache.kept.set(ODD, new Response('no photo'));
  expect(await keep()).toBe(true);
  expect(await cache.kept.get(ODD)?.text()).toBe(`bytes of ${ODD}`);
  cache.kept.set(ODD, new Response('no photo'));
  odd = () => new Response('no photo');
  expect(await keep()).toBe(false);
  expect(keptUrls()).toEqual([RIGHT]);
});

it('does without a photo that is not served, but not without weights', async () => {
  odd = () => new Response(null, { status: 404 });
  expect(await keep()).toBe(true);
  expect(keptUrls()).toEqual([RIGHT]);
  expect(await keep(false)).toBe(false);
});

it('removes what nobody wants any more', async () => {
  odd = () => good(ODD);
  cache.kept.set('https://example.org/former.bin', new Response('x'));
  expect(await keep()).toBe(true);
  expect(keptUrls()).toEqual([ODD, RIGHT]);
});
