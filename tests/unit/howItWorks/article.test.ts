// The article in each language: whole, and with the same numbers.

import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../src/howItWorks/article.ts';
import { renderArticle } from '../../../src/howItWorks/renderArticle.tsx';

const articles = { en: renderArticle('en'), de: renderArticle('de') };

/** Every number in the text, as it would be in English. */
const numbersIn = (html: string): string =>
  (html.replace(/<[^>]*>/g, ' ').match(/\d[\d.,]*\d|\d/g) ?? [])
    .map((number) => number.replace(/[.,]/g, ''))
    .sort((a, b) => a.localeCompare(b))
    .join(' ');

describe.each(['en', 'de'] as const)('the article in %s', (language) => {
  const html = articles[language];

  it('has all its sections, in their order', () => {
    const ids = [...html.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(SECTIONS);
  });

  it('names every photo that it shows', () => {
    const photos = [...html.matchAll(/data-sample="/g)];
    expect(photos.length).toBeGreaterThan(10);
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('NaN');
  });

  it('brings no style or script that the page’s policy would refuse', () => {
    expect(html).not.toMatch(/<style|<script| style=| on\w+=/);
  });
});

it('says the same numbers in both languages', () => {
  expect(numbersIn(articles.de)).toBe(numbersIn(articles.en));
});
