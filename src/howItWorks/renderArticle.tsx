// The article as HTML, for scripts/lib/howItWorksPage.mjs, which puts it into its page when that is built.

import { renderToStaticMarkup } from 'react-dom/server';
import { de as deWords } from '../ui/words/de.tsx';
import { en as enWords } from '../ui/words/en.tsx';
import { speak } from '../ui/words/words.ts';
import { Article } from './Article.tsx';
import { de } from './words/de.tsx';
import { en } from './words/en.tsx';

/** The page's own words decide how numbers are written. */
const LANGUAGES = { en: { own: enWords, article: en }, de: { own: deWords, article: de } };

export type ArticleLanguage = keyof typeof LANGUAGES;

export function renderArticle(language: ArticleLanguage): string {
  const { own, article } = LANGUAGES[language];
  speak(own);
  return renderToStaticMarkup(<Article words={article()} />);
}
