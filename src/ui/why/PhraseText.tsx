// A sentence with names set off from it.

import { IMAGENETS } from '../sentences.ts';
import type { Phrase } from '../words/phrase.ts';

export function PhraseText({ phrase }: { readonly phrase: Phrase }) {
  return phrase.map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts have no other name
      <em key={i} lang={IMAGENETS}>
        {part.name}
      </em>
    ),
  );
}
