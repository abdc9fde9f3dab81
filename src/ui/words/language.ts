// The language that the page speaks, and its words.

import { en } from './en.tsx';
import { firstLanguage, type Language } from './firstLanguage.ts';
import { speak, type Words } from './words.ts';

/** Each by its own name. */
export const LANGUAGES: Readonly<Record<Language, { name: string; load: () => Promise<Words> }>> = {
  en: { name: 'English', load: async () => en },
  de: { name: 'Deutsch', load: async () => (await import('./de.tsx')).de },
};

/** The one that is spoken, and the one that was asked for last: its words may be on their way. */
let spoken: Language = 'en';
let wanted: Language = spoken;

export const spokenLanguage = (): Language => spoken;

/** @returns null when it is spoken already, so that nothing has to be waited for; else it never fails */
export function speakFirstLanguage(): Promise<void> | null {
  const language = firstLanguage();
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
