// Bad and odd files through the page's own reader, in its worker: each is the photo that it should be, or is refused with the
// one reason that is true. None hangs it, kills it, or gets past it as something else.

import { beforeAll, describe, expect, it } from 'vitest';
import { BinsightError } from '../../src/core/errors.ts';
import type { ReaderApi, ReadPhoto } from '../../src/workers/contract.ts';
import { WorkerClient } from '../../src/workers/workerClient.ts';
import expected from '../fixtures/photos/expected.json' with { type: 'json' };
import type { OddFacts, Works } from '../support/corpus/oddFile.ts';
import { noise } from '../support/corpus/writers/bytes.ts';

const corpus = (await (await fetch('/odd-files/')).json()) as readonly OddFacts[];
const bytesOf = async (index: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(`/odd-files/${index}`)).arrayBuffer());

/** Milliseconds: none of them may take as long, and a busy machine is no hang. */
const DEADLINE = 100_000;
let workers = 0;
const reader = new WorkerClient<ReaderApi>({
  name: 'reader',
  spawn: () => {
    workers++;
    return new Worker(new URL('../../src/workers/reader.worker.ts', import.meta.url), { type: 'module' });
  },
});

/** @returns the photo, or the refusal as one line */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<ReadPhoto | string> {
  try {
    return await reader.call((api) => api.read(new Blob([bytes])), DEADLINE);
  } catch (error) {
    // Whatever else is thrown would be "something went wrong inside this page".
    if (!(error instanceof BinsightError)) throw error;
    return error.message;
  }
}

/** Every so many pixels of the square, RGB. */
function samplesOf(square: Uint8Array, first: number, step: number): number[] {
  const places: number[] = [];
  for (let at = first; at < 224; at += step) places.push(at);
  return places.flatMap((y) =>
    places.flatMap((x) => [...square.subarray((y * 224 + x) * 3, (y * 224 + x) * 3 + 3)]),
  );
}

function expectToLookLike(square: Uint8Array, { looks, tolerance }: Works): void {
  if (looks === null) return;
  const fixture = typeof looks === 'string' ? expected[looks as keyof typeof expected] : null;
  const found = fixture ? samplesOf(square, 28, 56) : samplesOf(square, 56, 112);
  const wanted = fixture
    ? Array.from(atob(fixture.samples), (character) => character.charCodeAt(0))
    : (looks as readonly (readonly number[])[]).flat();
  const differences = found.map((level, i) => Math.abs(level - (wanted[i] ?? Number.NaN)));
  expect(Math.max(...differences), `${found} instead of ${wanted}`).toBeLessThanOrEqual(
    fixture?.tolerance ?? tolerance,
  );
}

// Its code is compiled when it is asked for first.
beforeAll(async () => void (await read(new Uint8Array())), 200_000);

it('the corpus is large, and all its names differ', () => {
  expect(corpus.length).toBeGreaterThan(200);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

describe('an odd file', () => {
  it.each(corpus.map((file, index) => ({ ...file, index })))('$name: $oddity', async ({ outcome, index }) => {
    const found = await read(await bytesOf(index));
    if (outcome.kind === 'refused') {
      expect(typeof found === 'string' ? found : `${found.width} x ${found.height}`).toBe(
        new BinsightError(outcome.code, outcome.detail).message,
      );
      return;
    }
    if (typeof found === 'string') throw new Error(`refused: ${found}`);
    expect([found.width, found.height]).toEqual([outcome.width, outcome.height]);
    expect(found.thumbnail.size).toBeGreaterThan(0);
    expectToLookLike(found.square, outcome);
  });
});

/** One of each coding. */
const WHOLE = [
  'drawn.jpg',
  'progressive.jpg',
  'cmyk.jpg',
  'arithmetic.jpg',
  'drawn.png',
  'interlaced.png',
  'animated.png',
  'drawn.gif',
  'animated.gif',
  'lossy.webp',
  'lossless.webp',
  'animated.webp',
  'plain.avif',
  '24-bit.bmp',
  'rle-8.bmp',
  'os2.bmp',
  'icon.ico',
];
/** What a damaged photo may be called; the rest would be a fault of the page's. */
const REASONS = /^photo-(empty|truncated|undecodable|not-an-image|unsupported|too-many-pixels)( |$)/;

describe('a photo that is damaged anywhere', () => {
  it.each(WHOLE)('%s, cut short in 16 places', async (name) => {
    const index = corpus.findIndex((file) => file.name === name);
    const { outcome } = corpus[index] as OddFacts;
    const whole = await bytesOf(index);
    for (let part = 0; part < 16; part++) {
      const found = await read(whole.slice(0, Math.floor((whole.length * part) / 16)));
      if (typeof found === 'string') expect(found).toMatch(REASONS);
      else
        expect(found).toMatchObject({ width: (outcome as Works).width, height: (outcome as Works).height });
    }
  });

  it.each(WHOLE)('%s, with wrong bytes in 24 places', async (name) => {
    const whole = await bytesOf(corpus.findIndex((file) => file.name === name));
    const places = noise(48, whole.length);
    for (let n = 0; n < 24; n++) {
      const spoiled = whole.slice();
      // Headers are the more interesting half.
      const range = n % 2 === 0 ? Math.min(whole.length, 100) : whole.length;
      const at = Math.floor(((places[n] ?? 0) * range) / 256);
      spoiled[at] = places[n + 24] ?? 0;
      const found = await read(spoiled);
      if (typeof found === 'string') expect(found, `byte ${at}`).toMatch(REASONS);
      else expect(found.square).toHaveLength(224 * 224 * 3);
    }
  });
});

it('one worker has read them all', () => {
  expect(workers).toBe(1);
});
