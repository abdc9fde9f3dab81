// Puts the article into how-it-works.html and its translations, so that it is there before any script has run.

import { runnerImport } from 'vite';
import { inRoot } from './paths.mjs';

const PLACE = /<!-- the article in (\w+) -->/;

/** @returns {import('vite').Plugin} */
export function howItWorksPage() {
  return {
    name: 'how-it-works-page',
    transformIndexHtml: {
      // Once Vite has done with the page: the photos are no files of the build.
      order: 'post',
      async handler(html) {
        const language = PLACE.exec(html)?.[1];
        if (language === undefined) return html;
        /** @type {{ module: { renderArticle(language: string): string } }} */
        const { module } = await runnerImport(inRoot('src/howItWorks/renderArticle.tsx'), {
          configFile: false,
        });
        const article = module.renderArticle(language);
        // Light or dark is chosen before anything is seen.
        const waiting = html.replaceAll('<script type="module"', '<script type="module" blocking="render"');
        return waiting.replace(PLACE, () => article);
      },
    },
  };
}
