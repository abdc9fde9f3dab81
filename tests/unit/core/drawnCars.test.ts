// The drawn cars are good pictures, the same every time, and differ in nothing but the car.

import { describe, expect, it, test } from 'vitest';
import { BODY_COLOURS } from '../../../src/core/drawnCars/paint.ts';
import { drawCar } from '../../../src/core/drawnCars.ts';

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);
const KINDS = ['classic', 'modern'] as const;

/** Everything up to the car itself: paint, surroundings, the car's place, size and direction. */
const surroundings = (picture: string): string => picture.slice(0, picture.indexOf('translate(-150 0)'));

const bodyColour = (picture: string): string =>
  /id="body".*?offset="\.4" stop-color="(#\w{6})"/.exec(picture)?.[1] ?? 'none';

/** Open and close tags must pair up; returns what is left open, or the tag that closes nothing. */
function unbalanced(xml: string): string {
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of xml.matchAll(/<(\/?)([\w]+)[^<>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return `</${name}>`;
    } else if (!selfClosing) open.push(name);
  }
  return open.join(' ');
}

describe.each(KINDS)('a drawn %s', (kind) => {
  test('is the same for the same seed and another for another seed', () => {
    expect(drawCar(kind, 7)).toBe(drawCar(kind, 7));
    expect(new Set(SEEDS.map((seed) => drawCar(kind, seed))).size).toBe(SEEDS.length);
  });

  test('is a complete SVG picture that needs nothing from outside', () => {
    for (const seed of SEEDS) {
      const picture = drawCar(kind, seed);
      expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="480" height="360" /);
      expect(unbalanced(picture), `seed ${seed}`).toBe('');
      // Attributes are quoted in pairs, each number is one, nothing is named twice.
      expect(picture.replace(/<\w+(\s[\w:-]+="[^"<>]*")*\s*\/?>|<\/\w+>/g, '').trim()).toBe('');
      expect(picture).not.toMatch(/NaN|undefined|Infinity|--|href|<text|\de[+-]/);
      const ids = [...picture.matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of picture.matchAll(/url\(#(\w+)\)/g)) expect(ids).toContain(id);
    }
  });

  test('comes in every colour about equally often', () => {
    const counts = new Map<string, number>(BODY_COLOURS.map((colour) => [colour, 0]));
    for (const seed of SEEDS) {
      const colour = bodyColour(drawCar(kind, seed));
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    expect(counts.size).toBe(BODY_COLOURS.length);
    // 300 / 14 = 21 each, with a standard deviation of 4.5.
    for (const [colour, count] of counts) expect(Math.abs(count - 21), colour).toBeLessThan(18);
  });
});

it('draws both kinds of one seed in the same paint, place, size and direction: only the car tells them apart', () => {
  for (const seed of SEEDS) {
    const [classic, modern] = [drawCar('classic', seed), drawCar('modern', seed)];
    expect(classic).not.toBe(modern);
    expect(surroundings(classic).length).toBeGreaterThan(500);
    expect(surroundings(classic)).toBe(surroundings(modern));
  }
});
