// What the documents link to is there: files, headings in them, and places on the page that explains how it works.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot, ROOT } from '../../scripts/lib/paths.mjs';
import { renderArticle } from '../../src/howItWorks/renderArticle.tsx';
import { de } from '../../src/ui/words/de.tsx';
import { en } from '../../src/ui/words/en.tsx';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(inRoot('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Addresses in a document's text, but for those in code. */
function linksIn(markdown: string): string[] {
  const text = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g), ...text.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );
}

/** As GitHub makes them of headings. */
const anchorsIn = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** @returns what is wrong with a link; null where nothing is, or where it leads elsewhere */
function problemOf(document: string, address: string): string | null {
  if (/^[a-z]+:/.test(address)) return null;
  const [path = '', anchor] = address.split('#');
  const target = path === '' ? inRoot(document) : resolve(inRoot(dirname(document)), path);
  const name = relative(ROOT, target);
  if (!existsSync(target)) return `${address}: there is no ${name}`;
  if (anchor === undefined || statSync(target).isDirectory() || !name.endsWith('.md')) return null;
  return anchorsIn(readFileSync(target, 'utf8')).includes(anchor) ? null : `${address}: no such heading`;
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links to what is there', (document) => {
    const links = linksIn(readFileSync(inRoot(document), 'utf8'));
    expect(links.map((address) => problemOf(document, address)).filter(Boolean)).toEqual([]);
  });

  it('are linked to from the README, directly or not', () => {
    const reached = new Set(['README.md']);
    for (const document of reached) {
      if (!document.endsWith('.md') || !existsSync(inRoot(document))) continue;
      for (const address of linksIn(readFileSync(inRoot(document), 'utf8'))) {
        if (!/^[a-z]+:/.test(address)) reached.add(join(dirname(document), address.split('#')[0] ?? ''));
      }
    }
    expect(DOCUMENTS.filter((document) => !reached.has(document))).toEqual([]);
  });
});

describe('the check itself', () => {
  it('finds links, and leaves code alone', () => {
    expect(linksIn('[a](b.md) `[c](d)` ![e](f.png)\n```\n[g](h)\n```\n<a href="i#j">')).toEqual([
      'b.md',
      'f.png',
      'i#j',
    ]);
  });

  it.each([
    ['nowhere.md', 'nowhere.md: there is no docs/nowhere.md'],
    ['../README.md#no-such-heading', '../README.md#no-such-heading: no such heading'],
    ['../README.md#two-commands', null],
    ['https://example.org/x.md', null],
  ])('says of %s: %s', (address, problem) => {
    expect(problemOf('docs/performance.md', address)).toBe(problem);
  });
});

describe.each([
  ['how-it-works.html', 'en', en],
  ['how-it-works.de.html', 'de', de],
] as const)('%s', (page, language, words) => {
  const html = readFileSync(inRoot(page), 'utf8') + renderArticle(language);
  const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);

  it('links to what is built, and to places on it', () => {
    const addresses = [...html.matchAll(/\bhref="([^"]+)"/g)].map(([, address = '']) => address);
    const wrong = addresses.filter((address) => {
      if (address.startsWith('https:')) return false;
      if (address.startsWith('#')) return !ids.includes(address.slice(1));
      return ![inRoot(address), inRoot('public', address)].some((path) => existsSync(path));
    });
    expect(addresses.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it('has each of its ids once', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('is where the app says that it is', () => {
    expect(inRoot(words.page.howMore.address)).toBe(inRoot(page));
  });
});
