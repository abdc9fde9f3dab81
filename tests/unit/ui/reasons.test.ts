// A verdict's reasons in words: true whichever sign a weight has, and whichever way the photo differs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplainedTerm } from '../../../src/store/verdicts.ts';
import { type Phrase, reasonPhrase } from '../../../src/ui/why/reasons.ts';

const NAMES = ['convertible', 'racer', 'grille', 'cab', 'minivan', 'pickup', 'limousine', 'jeep'];

/** A term on a photo that has `difference` more of it (less, below 0) than the training photos' 5. */
const term = (index: number, weight: number, difference: number): ExplainedTerm => ({
  index,
  weight,
  activation: 5 + difference,
  mean: 5,
  value: weight * difference,
});

interface Said {
  readonly label?: string;
  readonly areClasses?: boolean;
  readonly others?: number;
  readonly constant?: number;
}

/** @param sign +1 for the second of two bins, -1 for the first */
const reasons = (sign: number, terms: readonly ExplainedTerm[], said: Said = {}) =>
  reasonPhrase({
    label: said.label ?? (sign > 0 ? 'modern' : 'classic'),
    sign,
    explanation: {
      strongest: terms,
      others: said.others ?? 0,
      otherCount: 990,
      constant: said.constant ?? 0,
    },
    nameOf: (index) => NAMES[index] ?? '',
    areClasses: said.areClasses ?? true,
  });
const plain = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const sentence = (...input: Parameters<typeof reasons>) => plain(reasons(...input));

describe('one reason', () => {
  it.each([
    ['second', 1, 'more', term(0, 2, 3), 'Modern, because it looks more like convertible'],
    ['second', 1, 'less', term(0, -2, -3), 'Modern, because it looks less like convertible'],
    ['first', -1, 'more', term(0, -2, 3), 'Classic, because it looks more like convertible'],
    ['first', -1, 'less', term(0, 2, -3), 'Classic, because it looks less like convertible'],
  ])('for the %s bin (sign %i): %s of it', (_bin, sign, _much, only, words) => {
    expect(sentence(sign, [only])).toBe(`${words} than your photos do on average.`);
  });

  it.each([
    ['second', 1, 'more', term(1, -1, 1), 'On the other side, it looks more like racer.'],
    ['second', 1, 'less', term(1, 1, -1), 'On the other side, it looks less like racer.'],
    ['first', -1, 'more', term(1, 1, 1), 'On the other side, it looks more like racer.'],
    ['first', -1, 'less', term(1, -1, -1), 'On the other side, it looks less like racer.'],
  ])('against the %s bin (sign %i): %s of it', (_bin, sign, _much, other, words) => {
    const supporting = term(0, sign, 3);
    expect(sentence(sign, [supporting, other]).split('average. ')[1]).toBe(words);
  });

  it('of channels says what they speak for: no photo looks like a channel', () => {
    expect(sentence(1, [term(0, -2, -3), term(1, 1, -1)], { areClasses: false })).toBe(
      'Modern, because it has less of what speaks for convertible than your photos do on average. ' +
        'On the other side, it has less of what speaks for racer.',
    );
    expect(sentence(-1, [term(0, -2, 3)], { areClasses: false })).toBe(
      'Classic, because it has more of what speaks for convertible than your photos do on average.',
    );
  });
});

describe('several reasons', () => {
  it('are at most three for and two against, the strongest', () => {
    const terms = [6, -5.5, 5, -4.5, 4, -3.5, 3, -2.5].map((value, index) => term(index, value, 1));
    expect(sentence(1, terms)).toBe(
      'Modern, because it looks more like convertible, grille and minivan than your photos do on average. ' +
        'On the other side, it looks more like racer and cab.',
    );
  });

  it('are put together by more and less, the strongest first', () => {
    expect(sentence(1, [term(0, -3, -3), term(1, 2, 3), term(2, -1, -3)])).toBe(
      'Modern, because it looks less like convertible and grille, and more like racer than your photos do on average.',
    );
    expect(sentence(1, [term(0, 3, 3), term(1, -2, -3)])).toBe(
      'Modern, because it looks more like convertible, and less like racer than your photos do on average.',
    );
  });

  it('have their names set off, and nothing else', () => {
    const names = reasons(1, [term(0, 3, 3), term(1, -2, 3)]).filter((part) => typeof part !== 'string');
    expect(names).toEqual([{ name: 'convertible' }, { name: 'racer' }]);
  });

  it('never say more where it is less, nor for where it is against', () => {
    const terms = fc
      .array(fc.tuple(fc.constantFrom(-2, -1, 1, 2), fc.constantFrom(-3, -1, 1, 3)), {
        minLength: 1,
        maxLength: NAMES.length,
      })
      .map((pairs) => pairs.map(([weight, difference], index) => term(index, weight, difference)));
    fc.assert(
      fc.property(terms, fc.constantFrom(1, -1), (strongest, sign) => {
        const others = 1000 * sign;
        const [before = '', after = ''] = sentence(sign, strongest, { others }).split('On the other side');
        // Only the six largest are looked at.
        const hasFor = strongest.slice(0, 6).some(({ value }) => value * sign > 0);
        for (const { index, value, activation, mean } of strongest) {
          const name = NAMES[index] ?? '';
          if (value * sign > 0) expect(after).not.toContain(name);
          else if (hasFor) expect(before).not.toContain(name);
          const about = [before, after].find((part) => part.includes(name));
          if (about === undefined) continue;
          const upTo = about.slice(0, about.indexOf(name));
          expect(upTo.lastIndexOf('more like') > upTo.lastIndexOf('less like')).toBe(activation > mean);
        }
      }),
    );
  });
});

describe('a verdict that no single strong term speaks for', () => {
  it('says so, and what pulls the other way', () => {
    expect(sentence(1, [term(0, -2, 3), term(1, 1, -1), term(2, -0.5, 1)], { others: 20 })).toBe(
      'Modern, by many small pushes together. The largest ones pull the other way: it looks more like convertible, ' +
        'and less like racer than your photos do on average.',
    );
  });

  it('says so where the constant alone decides, whatever the largest terms say', () => {
    const but =
      'What it looks like pulls the other way: it looks more like racer than your photos do on average.';
    expect(sentence(1, [term(0, 1, 1), term(1, -1, 1)], { others: -2, constant: 3 })).toBe(
      `Modern, but only because an average photo is already on that side. ${but}`,
    );
    expect(sentence(-1, [term(1, 1, 1)], { others: 2, constant: -4 })).toContain('Classic, but only because');
    // Of many bins the winner may have nothing that speaks for it.
    expect(sentence(1, [term(1, -1, 1)], { others: -2, constant: -1 })).toBe(
      `Modern, for want of a better one. ${but}`,
    );
  });

  it('calls the reasons a part where they are less than half of it', () => {
    expect(sentence(1, [term(0, 1, 1)], { others: 0.9 })).not.toContain('many smaller reasons');
    expect(sentence(1, [term(0, 1, 1)], { others: 1.1 })).toBe(
      'Modern, because it looks more like convertible than your photos do on average, and for many smaller reasons.',
    );
  });

  it('says so where nothing pulls the other way either', () => {
    expect(sentence(1, [])).toBe('Modern, by the constant alone: nothing pulls either way.');
    expect(sentence(-1, [term(0, 2, 0), term(1, 0, 2)])).toBe(
      'Classic, by the constant alone: nothing pulls either way.',
    );
  });
});

it.each([
  ['über', 'Über'],
  ['1950s', '1950s'],
  ['Old timers', 'Old timers'],
])('begins a sentence with the bin’s name %s as %s', (label, capital) => {
  expect(sentence(1, [term(0, 1, 1)], { label }).startsWith(`${capital}, because`)).toBe(true);
});
