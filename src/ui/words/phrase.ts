// Sentences with names that are set off from them: a language puts them together, whoever draws sets the names off.

/** Text, and names to be set off from it. */
export type Phrase = readonly (string | { readonly name: string })[];

/** A phrase as a template; what is put in is text, or a phrase of its own. */
export const phrase = (texts: TemplateStringsArray, ...between: readonly (string | Phrase)[]): Phrase =>
  texts.flatMap((text, i) => [text, between[i] ?? []].flat());

/** @param and what stands before the last name, such as ` and ` */
export const namesIn = (names: readonly string[], and: string): Phrase =>
  names.flatMap((name, i) => {
    const before = i === 0 ? [] : i === names.length - 1 ? [and] : [', '];
    return [...before, { name }];
  });

/** A name as the beginning of a sentence. */
export const capital = (name: string): string => name.charAt(0).toLocaleUpperCase() + name.slice(1);
