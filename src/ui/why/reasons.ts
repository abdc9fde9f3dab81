// A verdict's reasons in words. A term pushes by its weight times how much more, or less, of it the photo has than the
// training photos on average; so "it looks less like a convertible" can be a reason for modern.

import type { ExplainedTerm, Explanation } from '../../store/verdicts.ts';

/** Text, and names to be set off from it. */
export type Phrase = readonly (string | { readonly name: string })[];

interface Reasons {
  readonly label: string;
  /** +1 where positive scores speak for the label, -1 where negative ones do. */
  readonly sign: number;
  readonly explanation: Explanation;
  /** What a term is called. */
  readonly nameOf: (index: number) => string;
  /** Features are ImageNet's classes; else they are channels, which only speak for classes. */
  readonly areClasses: boolean;
}

/** Reasons are looked for among these, however many are on the screen. */
const AMONG = 6;
const FOR = 3;
const AGAINST = 2;
/** Reasons that make less than this share of what all terms say are called a part of it. */
const MOST = 0.5;

/**
 * "Modern, because it looks less like convertible and more like racer than your photos do on average." Whether that
 * is the reason at all is asked of all terms and of the constant: an average photo may be on that side already.
 */
export function reasonPhrase({ label, sign, explanation, nameOf, areClasses }: Reasons): Phrase {
  const { strongest, others, constant } = explanation;
  const among = strongest.slice(0, AMONG);
  const speakFor = among.filter(({ value }) => value * sign > 0).slice(0, FOR);
  const against = among.filter(({ value }) => value * sign < 0).slice(0, AGAINST);
  const looks = (terms: readonly ExplainedTerm[]): Phrase => comparison(terms, nameOf, areClasses);
  const sum = (terms: readonly ExplainedTerm[]) =>
    terms.reduce((total, { value }) => total + value * sign, 0);
  const all = sum(strongest) + others * sign;
  const than = ' than your photos do on average';
  const name = capital(label);

  // As where a bin holds just the photos of the others: its boundary has no direction.
  if (speakFor.length + against.length === 0) {
    return [`${name}, by the constant alone: nothing pulls either way.`];
  }
  if (all <= 0) {
    const why =
      constant * sign > 0
        ? ', but only because an average photo is already on that side'
        : ', for want of a better one';
    const but = against.length > 0 ? against : speakFor;
    return [`${name}${why}. What it looks like pulls the other way: it `, ...looks(but), `${than}.`];
  }
  if (speakFor.length === 0) {
    return [
      `${name}, by many small pushes together. The largest ones pull the other way: it `,
      ...looks(against),
      `${than}.`,
    ];
  }
  return [
    `${name}, because it `,
    ...looks(speakFor),
    `${than}${sum(speakFor) < MOST * all ? ', and for many smaller reasons' : ''}.`,
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
