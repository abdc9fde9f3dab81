// German puts verbs at a sentence's end: where English glues parts together, it must not.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { de } from '../../../../src/ui/words/de.tsx';
import { en } from '../../../../src/ui/words/en.tsx';
import type { Phrase } from '../../../../src/ui/words/phrase.ts';
import { speak, words } from '../../../../src/ui/words/words.ts';

beforeAll(() => speak(de));
afterAll(() => speak(en));

const plain = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === 'string' ? part : part.name)).join('');

describe('reasons', () => {
  const groups = [
    { more: false, names: ['convertible', 'pickup'] },
    { more: true, names: ['racer'] },
  ];

  it('of classes', () => {
    const one = { noun: 'classes', groups: groups.slice(1) } as const;
    expect(plain(words.why.reasons.because('modern', { noun: 'classes', groups }, true, one))).toBe(
      'Modern, weil es weniger nach convertible und pickup und mehr nach racer aussieht als deine Fotos im Schnitt, und aus vielen kleineren Gründen. Andererseits sieht es mehr nach racer aus.',
    );
    expect(plain(words.why.reasons.noBetter('modern', one))).toMatch(
      /: Es sieht mehr nach racer aus als deine Fotos im Schnitt\.$/,
    );
  });

  it('of channels', () => {
    const one = { noun: 'channels', groups: groups.slice(1) } as const;
    expect(plain(words.why.reasons.because('modern', { noun: 'channels', groups }, false, one))).toBe(
      'Modern, weil es weniger von dem, was für convertible und pickup spricht, und mehr von dem, was für racer spricht, zeigt als deine Fotos im Schnitt. Andererseits zeigt es mehr von dem, was für racer spricht.',
    );
    expect(plain(words.why.reasons.manySmall('modern', one))).toMatch(
      /: Es zeigt mehr von dem, was für racer spricht, als deine Fotos im Schnitt\.$/,
    );
  });
});

it('has a text wherever English has one', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !('$$typeof' in value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
      : typeof value;
  expect(shape(de)).toEqual(shape(en));
});
