// The words in the language that the page speaks. A language is chosen before anything is drawn, and the page is drawn
// anew when another one is: so whatever draws may read them, and nothing may keep them.

import { en } from './en.tsx';

/** One language: every word and sentence of the page. */
export type Words = typeof en;

export let words: Words = en;

export function speak(language: Words): void {
  words = language;
}
