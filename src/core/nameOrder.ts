// Names in the order that people expect, 10 after 9, as systems and zips hold files in any.

let collator: Intl.Collator | null = null;

export function compareNames(a: string, b: string): number {
  // Only now: the first question about a language costs a browser 20 ms, and nobody has time for that while a page is opened.
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}
