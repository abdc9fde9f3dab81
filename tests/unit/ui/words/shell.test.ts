// index.html's first words are those that the page says in their place once it is there.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { de } from '../../../../src/ui/words/de.tsx';
import { en } from '../../../../src/ui/words/en.tsx';
import { LANGUAGES } from '../../../../src/ui/words/language.ts';

const html = readFileSync(new URL('../../../../index.html', import.meta.url), 'utf8');
const css = readFileSync(new URL('../../../../src/shell.css', import.meta.url), 'utf8');

it.each(Object.entries({ en, de }))('are said in %s', (tag, { page }) => {
  const said = [...html.matchAll(new RegExp(`<p lang="${tag}">(.*?)</p>`, 'gs'))].map(([, text = '']) =>
    text
      .replace(/<[^>]*>/g, '')
      .trim()
      .replace(/\s+/g, ' '),
  );
  expect(said).toEqual([page.promise, `${page.how} ${page.howMore.name}`, page.notStarted]);
  expect(html).toContain(`lang="${tag}">${page.reload}</a>`);
  expect(html).toContain(`href="${page.howMore.address}"`);
  expect(html).toContain(`<h1>${page.name}</h1>`);
});

it('are said in every language, and in one at a time', () => {
  const tags = Object.keys(LANGUAGES);
  expect(new Set([...html.matchAll(/<p lang="(\w+)"/g)].map(([, tag]) => tag))).toEqual(new Set(tags));
  for (const shown of tags)
    for (const other of tags)
      expect(css.includes(`:is(.shell, .late)[lang="${shown}"] [lang="${other}"]`)).toBe(shown !== other);
});
