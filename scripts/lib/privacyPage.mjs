// Puts the text of docs/privacy.md, or of that in another language, into its page, so that there is one of it.

import { readFile } from 'node:fs/promises';
import { marked } from 'marked';
import { inRoot } from './paths.mjs';

const PLACE = /<!-- (docs\/privacy[\w.]*\.md) -->/;

/** @returns {import('vite').Plugin} */
export function privacyPage() {
  return {
    name: 'privacy-page',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const [place = '', text] = PLACE.exec(html) ?? [];
        if (text === undefined) return html;
        const made = await marked(await readFile(inRoot(text), 'utf8'));
        const scrolled = made.replaceAll('<table>', '<div class="table"><table>');
        return html.replace(place, () => scrolled.replaceAll('</table>', '</table></div>'));
      },
    },
  };
}
