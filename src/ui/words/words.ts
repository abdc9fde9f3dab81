// The words in the language that the page speaks. A language is chosen before anything is drawn, and the page is drawn
// anew when another one is: so whatever draws may read them, and nothing may keep them.

import type { ReactElement, ReactNode } from 'react';
import { en } from './en.tsx';

/** One language: every word and sentence of the page. */
export type Words = InAnyLanguage<typeof en>;

/** The same things to say, said otherwise: where English has one of a few words, or marks in a text, others need not. */
type InAnyLanguage<T> = T extends string
  ? string
  : T extends ReactElement
    ? ReactNode
    : T extends (...values: infer V) => infer R
      ? (...values: V) => InAnyLanguage<R>
      : T extends readonly unknown[]
        ? T
        : { readonly [Key in keyof T]: InAnyLanguage<T[Key]> };

export let words: Words = en;

export function speak(language: Words): void {
  words = language;
}
