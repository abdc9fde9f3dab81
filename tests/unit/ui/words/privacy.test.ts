// The page that says what becomes of photos is there in each language, and says as much.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { de } from '../../../../src/ui/words/de.tsx';
import { en } from '../../../../src/ui/words/en.tsx';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

/** A text's headings by rank, rows of tables, items of lists and pieces of code, in their order. */
const shapeOf = (markdown: string) =>
  markdown.split('\n').flatMap((line) => /^(#+ |\||\s*(?:-|\d\.) |```\w*$)/.exec(line)?.[1]?.trim() ?? []);

it.each([en, de])('$tag', ({ tag, page }) => {
  const html = read(page.status.uploadedPage);
  expect(html).toContain(`<html lang="${tag}">`);
  const [, text = ''] = /<!-- (docs\/[\w.]+) -->/.exec(html) ?? [];
  expect(shapeOf(read(text))).toEqual(shapeOf(read('docs/privacy.md')));
  // Where it says what to wait for, it says it in the page's own words.
  expect(read(text)).toContain(`**${page.status.offline}**`);
  expect(read(text)).toContain(`**${page.samples}**`);
});
