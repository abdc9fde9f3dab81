// Which language is spoken, and that numbers and sentences follow it.

import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  fixed,
  grouped,
  megabytes,
  milliseconds,
  percent,
  photos,
  signed,
} from '../../../../src/ui/sentences.ts';
import { en } from '../../../../src/ui/words/en.tsx';
import { firstKnown, rememberedLanguage, rememberLanguage } from '../../../../src/ui/words/firstLanguage.ts';
import { speakFirstLanguage } from '../../../../src/ui/words/language.ts';
import { speak, type Words, words } from '../../../../src/ui/words/words.ts';

afterEach(() => {
  speak(en);
  vi.unstubAllGlobals();
});

describe('the language', () => {
  it.each([
    [['en-GB', 'xx'], 'en'],
    [['xx', 'EN'], 'en'],
    [['xx', 'de-AT', 'en'], 'de'],
    [['xx-YY'], 'en'],
    [['constructor', ''], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, language) => {
    expect(firstKnown(wanted)).toBe(language);
  });

  it('is remembered where that is allowed', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    expect(rememberedLanguage()).toBeNull();
    rememberLanguage('en');
    expect(rememberedLanguage()).toBe('en');
    kept.set([...kept.keys()].join(), 'xx');
    expect(rememberedLanguage()).toBeNull();
  });

  it('is the browser’s where it is not', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(rememberedLanguage()).toBeNull();
    expect(() => rememberLanguage('en')).not.toThrow();
  });

  it('is not waited for where it is there already', () => {
    vi.stubGlobal('navigator', { languages: ['en-US'] });
    expect(speakFirstLanguage()).toBeNull();
  });
});

describe('another language', () => {
  it('has numbers of its own', () => {
    const said = () => [
      signed(-1.04),
      fixed(0.5, 2),
      grouped(10_000),
      megabytes(7e6),
      milliseconds(2.5),
      percent(0.16),
    ];
    expect(said()).toEqual(['−1.04', '0.50', '10,000', '7.0 MB', '2.5 ms', '16 %']);
    const other: Words = {
      ...en,
      locale: 'de-DE',
      numbers: { ...en.numbers, decimal: ',', percent: (share) => `${share}%` },
    };
    speak(other);
    expect(said()).toEqual(['−1,04', '0,50', '10.000', '7,0 MB', '2,5 ms', '16%']);
  });

  it('is spoken from then on', () => {
    speak({ ...en, common: { ...en.common, photos: (count) => `${count} Fotos` } });
    expect(photos(3)).toBe('3 Fotos');
    expect(words.tag).toBe('en');
  });
});
