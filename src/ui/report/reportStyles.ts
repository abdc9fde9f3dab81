// The report's style sheet: the page's own colours and sizes, and how they come out on paper.

import base from '../base.css?raw';
import { words } from '../words/words.ts';
import report from './report.css?raw';

/** @param project its name, which stands at the top of every printed page */
export const reportStyles = (project: string): string =>
  [
    withoutComments(base),
    // Nobody can press a button for it here: the reader's own setting decides, and paper is always white.
    `@media screen and (prefers-color-scheme: dark) {\n:root {${darkColours(base)}}\n}\n`,
    // Before ours, which leaves two of them out on the first page.
    `@page { @top-left { content: ${cssText(project)}; } @top-right { content: ${cssText(words.report.title)}; } @bottom-right { content: ${sheetNumber()}; } }`,
    withoutComments(report),
  ].join('\n');

/** The page says which theme it has; the report has no script that could. */
function darkColours(css: string): string {
  const colours = /:root\[data-theme="dark"\] \{([^}]*)\}/.exec(css)?.[1];
  if (colours === undefined) throw new Error('base.css has no dark theme');
  return colours;
}

/** Where a language has the two numbers, CSS counts; its words around them are text. */
const sheetNumber = (): string =>
  words.report
    .sheet('counter(page)', 'counter(pages)')
    .split(/(counter\(pages?\))/)
    .map((part, i) => (i % 2 === 1 ? part : cssText(part)))
    .join(' ');

/** Comments are for us. */
const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');

/** Any text as a string of CSS, every character by its number, so that none of them can end it. */
export const cssText = (text: string): string =>
  `"${Array.from(text, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `).join('')}"`;
