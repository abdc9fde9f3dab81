// Every word that is read or heard stands in src/ui/words. The linter (noJsxLiterals) finds text between tags; this finds
// what stands in the props that are shown or spoken.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const UI = fileURLToPath(new URL('../../../../src/ui', import.meta.url));
const files = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.startsWith('words/'))
  .sort();

/** HTML's, and those of our own components and of React Aria's that end up as text. */
const SHOWN =
  /(?<![\w-])(?<prop>aria-(?:label|description|roledescription|valuetext)|title|alt|placeholder|label|heading|summary|hint|textValue)=(?=["{])/g;

/** @returns `prop: words` for each that is written out */
function findLiterals(source: string): string[] {
  return [...source.matchAll(SHOWN)].flatMap(({ index, 0: found, groups }) => {
    const value = valueAt(source, index + found.length);
    // What is compared with, or looked up by, is not shown.
    const shown = value.replace(/[!=]==\s*'[^']*'|'[^']*'\s*[!=]==|\['[^']*'\]/g, '');
    return textsIn(shown)
      .filter((text) => /\p{L}/u.test(text))
      .map((text) => `${groups?.prop}: ${text.trim()}`);
  });
}

/** A prop's value, with its quotes or its outer braces. */
function valueAt(source: string, start: number): string {
  if (source[start] === '"') return source.slice(start, source.indexOf('"', start + 1) + 1);
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    if (source[i] === '{') depth++;
    if (source[i] === '}') depth--;
    if (depth === 0) return source.slice(start, i + 1);
  }
  throw new Error(`unbalanced braces after ${source.slice(start, start + 40)}`);
}

/** Texts in quotes, and those of templates without what is put into them. */
const textsIn = (code: string): string[] =>
  [...code.matchAll(/"([^"]*)"|'([^']*)'|`((?:[^`$]|\$\{[^}]*\}|\$)*)`/g)].map(
    ([, double, single, template]) => double ?? single ?? template?.replaceAll(/\$\{[^}]*\}/g, '') ?? '',
  );

describe('the words of src/ui', () => {
  it.each(files)('%s has none of its own in its props', (file) => {
    expect(findLiterals(readFileSync(join(UI, file), 'utf8'))).toEqual([]);
  });
});

describe('the check itself', () => {
  it('reads real files, most of which show something', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => readFileSync(join(UI, file), 'utf8').match(SHOWN)).length).toBeGreaterThan(
      20,
    );
  });

  it.each([
    ['<Button aria-label="Undo" />', 'aria-label: Undo'],
    ["<p title={isOn ? words.on : 'Off'}>", 'title: Off'],
    [`<p title={\`Bin \${bin.label}\`}>`, 'title: Bin'],
    [`<p title={on({ a: 1 }) ?? \`\${'x'} of\`}>`, 'title: of'],
    ['<EmptyPlace\n  hint="or click"\n/>', 'hint: or click'],
  ])('finds %s', (source, literal) => {
    expect(findLiterals(source)).toEqual([literal]);
  });

  it.each([
    '<Button aria-label={words.page.undo} />',
    "<p title={kind === 'logits' ? words.a : words.b['some-key']}>",
    `<p title={\`\${name}: \${problem}\`}>`,
    '<img alt="" />',
    '<Thumbnail data-title="x" subtitle="y" />',
    '<svg role="img" className="face" />',
  ])('leaves alone %s', (source) => {
    expect(findLiterals(source)).toEqual([]);
  });
});
