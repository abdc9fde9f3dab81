// Sample photos are what they should be: what a cache has wrong is asked for once more.

import { beforeEach, expect, it, vi } from 'vitest';
import { sha256Hex } from '../../../src/network/sha256.ts';
import { fetchTalkPhoto } from '../../../src/store/samples.ts';

const BASE = 'https://example.org/samples/cars/';
const CAT = 'the cat’s bytes';

/** By the file's name: how a server, with a cache before it, answers. */
let answers: Record<string, (mode: RequestCache | undefined) => Response>;

beforeEach(async () => {
  const sha256 = await sha256Hex(new TextEncoder().encode(CAT));
  answers = {
    'photos.json': () =>
      Response.json([{ file: 'cat.jpg', bin: 'talk', sha256, credit: 'https://example.org' }]),
    'cat.jpg': () => new Response(CAT),
  };
  vi.stubGlobal('fetch', async (url: URL, init?: RequestInit) =>
    answers[url.href.slice(BASE.length)]?.(init?.cache),
  );
});

const textOfCat = async () => await (await fetchTalkPhoto(BASE, sha256Hex))?.file.text();

it.each(['photos.json', 'cat.jpg'])('asks past all caches for a wrong %s', async (file) => {
  const right = answers[file];
  answers[file] = (mode) =>
    (mode === 'reload' ? right?.(mode) : undefined) ??
    new Response('<!doctype html>', { headers: { 'Content-Type': 'image/jpeg' } });
  expect(await textOfCat()).toBe(CAT);
});

it('takes no other photo for the one that it should be', async () => {
  answers['cat.jpg'] = () => new Response('a dog’s bytes');
  expect(await textOfCat()).toBeUndefined();
});

it('does without one that is not served', async () => {
  answers['cat.jpg'] = () => new Response(null, { status: 404 });
  expect(await textOfCat()).toBeUndefined();
});
