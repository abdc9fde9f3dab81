// Puts the text of docs/privacy.md into privacy.html, so that there is one of it.

import { readFile } from 'node:fs/promises';
import { marked } from 'marked';
import { inRoot } from './paths.mjs';

const TEXT = inRoot('docs/privacy.md');
const PLACE = '<!-- docs/privacy.md -->';

/** @returns {import('vite').Plugin} */
export function privacyPage() {
  return {
    name: 'privacy-page',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!html.includes(PLACE)) return html;
        const text = await marked(await readFile(TEXT, 'utf8'));
        const scrolled = text.replaceAll('<table>', '<div class="table"><table>');
        return html.replace(PLACE, () => scrolled.replaceAll('</table>', '</table></div>'));
      },
    },
  };
}
