// Which language the page is to speak: the one chosen here before, else the first of the browser's that it knows.

import { recall, remember } from '../remembered.ts';

/** Another language is one word here, one line in language.ts, one file beside it, and its first words in index.html. */
const KNOWN = ['en', 'de'] as const;

export type Language = (typeof KNOWN)[number];

const KEY = 'binsight-language';

export const isKnown = (tag: string): tag is Language => KNOWN.some((known) => known === tag);

export const firstLanguage = (): Language => rememberedLanguage() ?? firstKnown(navigator.languages);

/** @param wanted tags by preference, such as `de-AT` */
export function firstKnown(wanted: readonly string[]): Language {
  const tags = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return tags.find(isKnown) ?? 'en';
}

/** null, too, where storage is forbidden; then the browser's languages count. */
export function rememberedLanguage(): Language | null {
  const tag = recall(KEY) ?? '';
  return isKnown(tag) ? tag : null;
}

export const rememberLanguage = (language: Language): void => remember(KEY, language);
