// A verdict's reasons in words. A term pushes by its weight times how much more, or less, of it the photo has than the
// training photos on average; so "it looks less like a convertible" can be a reason for modern.

import type { ExplainedTerm } from '../../store/verdicts.ts';

/** Text, and names to be set off from it. */
export type Phrase = readonly (string | { readonly name: string })[];

interface Reasons {
  readonly label: string;
  /** +1 where positive scores speak for the label, -1 where negative ones do. */
  readonly sign: number;
  readonly strongest: readonly ExplainedTerm[];
  /** What a term is called. */
  readonly nameOf: (index: number) => string;
  /** Features are ImageNet's classes; else they are channels, which only speak for classes. */
  readonly areClasses: boolean;
}

const FOR = 3;
const AGAINST = 2;

/** "Modern, because it looks less like convertible and more like racer than your photos do on average." */
export function reasonPhrase({ label, sign, strongest, nameOf, areClasses }: Reasons): Phrase {
  const speakFor = strongest.filter(({ value }) => value * sign > 0).slice(0, FOR);
  const against = strongest.filter(({ value }) => value * sign < 0).slice(0, AGAINST);
  const looks = (terms: readonly ExplainedTerm[]): Phrase => comparison(terms, nameOf, areClasses);
  const than = ' than your photos do on average';
  if (speakFor.length === 0) {
    // As where a bin holds just the photos of the others: its boundary has no direction.
    if (against.length === 0) return [`${capital(label)}, by the constant alone: nothing pulls either way.`];
    return [
      `${capital(label)}, by the constant and many small pushes together; the strongest single ones, that it `,
      ...looks(against),
      `${than}, pull the other way.`,
    ];
  }
  return [
    `${capital(label)}, because it `,
    ...looks(speakFor),
    `${than}.`,
    ...(against.length > 0 ? [' On the other side, it ', ...looks(against), '.'] : []),
  ];
}

/** "looks less like a and b, and more like c" */
function comparison(
  terms: readonly ExplainedTerm[],
  nameOf: (index: number) => string,
  areClasses: boolean,
): Phrase {
  const group = (wanted: boolean) =>
    terms.filter(({ activation, mean }) => activation >= mean === wanted).map(({ index }) => nameOf(index));
  const verb = areClasses ? 'looks ' : 'has ';
  const words = (more: boolean) => {
    const much = more ? 'more' : 'less';
    return areClasses ? `${much} like ` : `${much} of what speaks for `;
  };
  const [first] = terms;
  const moreFirst = first !== undefined && first.activation >= first.mean;
  const parts = [moreFirst, !moreFirst].flatMap((more) => {
    const names = group(more);
    return names.length === 0 ? [] : [[words(more), ...joined(names)] as Phrase];
  });
  return [verb, ...parts.flatMap((part, i) => (i === 0 ? part : [', and ', ...part]))];
}

function joined(names: readonly string[]): Phrase {
  return names.flatMap((name, i) => {
    const before = i === 0 ? [] : i === names.length - 1 ? [' and '] : [', '];
    return [...before, { name }];
  });
}

const capital = (label: string): string => label.charAt(0).toLocaleUpperCase() + label.slice(1);
