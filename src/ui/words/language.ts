// Which language the page speaks: the one chosen here before, else the first of the browser's that it knows.

import { en } from './en.tsx';
import { speak, type Words } from './words.ts';

/** Each by its own name. Another language is one line here and one file beside this one. */
export const LANGUAGES = {
  en: { name: 'English', load: async (): Promise<Words> => en },
  de: { name: 'Deutsch', load: async (): Promise<Words> => (await import('./de.tsx')).de },
} as const;

export type Language = keyof typeof LANGUAGES;

const KEY = 'binsight-language';

/** The one that is spoken, and the one that was asked for last: its words may be on their way. */
let spoken: Language = 'en';
let wanted: Language = spoken;

export const isKnown = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

export const spokenLanguage = (): Language => spoken;

/** @param wanted tags by preference, such as `de-AT` */
export function firstKnown(wanted: readonly string[]): Language {
  const tags = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return tags.find(isKnown) ?? 'en';
}

/** Storage may be forbidden; then the browser's languages count. */
export function rememberedLanguage(): Language | null {
  try {
    const tag = localStorage.getItem(KEY) ?? '';
    return isKnown(tag) ? tag : null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // See above.
  }
}

/** @returns null when it is spoken already, so that nothing has to be waited for; else it never fails */
export function speakFirstLanguage(): Promise<void> | null {
  const language = rememberedLanguage() ?? firstKnown(navigator.languages);
  // Better in English than not at all.
  return language === spoken ? null : chooseLanguage(language).catch(() => undefined);
}

/**
 * From here on the page speaks this language, unless another one is chosen meanwhile; what is on the screen has to be
 * drawn anew.
 * @throws whatever a failed import does, with nothing changed
 */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language;
  const words = await LANGUAGES[language].load();
  if (wanted !== language) return;
  spoken = language;
  speak(words);
  document.documentElement.lang = words.tag;
  document.title = words.page.documentTitle;
}
