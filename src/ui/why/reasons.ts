// A verdict's reasons in words. A term pushes by its weight times how much more, or less, of it the photo has than the
// training photos on average; so "it looks less like a convertible" can be a reason for modern.

import type { Trained } from '../../store/state.ts';
import type { ExplainedTerm, Explanation, PhotoVerdict } from '../../store/verdicts.ts';
import type { Phrase } from '../words/phrase.ts';
import { words } from '../words/words.ts';
import type { Noun } from './pushes.ts';

export type { Phrase };

/** What a photo has more of than those that were learned from, and what less; the group of the strongest first. */
export interface Comparison {
  /** How much it looks like classes; or how much it has of what, in channels, speaks for these. */
  readonly noun: Noun;
  /** One or two, with a name each at least. */
  readonly groups: readonly { readonly more: boolean; readonly names: readonly string[] }[];
}

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
export const AMONG = 6;
const FOR = 3;
const AGAINST = 2;
/** Reasons that make less than this share of what all terms say are called a part of it. */
const MOST = 0.5;

/** `reasonPhrase` of a verdict. */
export const reasonOf = (
  { sides, score }: PhotoVerdict,
  { set }: Trained,
  reasons: Pick<Reasons, 'label' | 'explanation' | 'nameOf'>,
): Phrase =>
  reasonPhrase({
    ...reasons,
    // With more than two bins the winner's side is the positive one, also where its score is below 0.
    sign: sides[0] === null || score > 0 ? 1 : -1,
    areClasses: set.kind === 'logits',
  });

/**
 * "Modern, because it looks less like convertible and more like racer than your photos do on average." Whether that
 * is the reason at all is asked of all terms and of the constant: an average photo may be on that side already.
 */
export function reasonPhrase({ label, sign, explanation, nameOf, areClasses }: Reasons): Phrase {
  const { strongest, others, constant } = explanation;
  const among = strongest.slice(0, AMONG);
  const speakFor = among.filter(({ value }) => value * sign > 0).slice(0, FOR);
  const against = among.filter(({ value }) => value * sign < 0).slice(0, AGAINST);
  const looks = (terms: readonly ExplainedTerm[]) =>
    comparison(terms, nameOf, areClasses ? 'classes' : 'channels');
  const sum = (terms: readonly ExplainedTerm[]) =>
    terms.reduce((total, { value }) => total + value * sign, 0);
  const all = sum(strongest) + others * sign;
  const say = words.why.reasons;

  // As where a bin holds just the photos of the others: its boundary has no direction.
  if (speakFor.length + against.length === 0) return say.constantAlone(label);
  if (all <= 0) {
    const but = looks(against.length > 0 ? against : speakFor);
    return constant * sign > 0 ? say.averageIsThere(label, but) : say.noBetter(label, but);
  }
  if (speakFor.length === 0) return say.manySmall(label, looks(against));
  return say.because(
    label,
    looks(speakFor),
    sum(speakFor) < MOST * all,
    against.length > 0 ? looks(against) : null,
  );
}

function comparison(
  terms: readonly ExplainedTerm[],
  nameOf: (index: number) => string,
  noun: Noun,
): Comparison {
  const namesOf = (more: boolean) =>
    terms.filter(({ activation, mean }) => activation >= mean === more).map(({ index }) => nameOf(index));
  const [first] = terms;
  const moreFirst = first !== undefined && first.activation >= first.mean;
  const groups = [moreFirst, !moreFirst].map((more) => ({ more, names: namesOf(more) }));
  return { noun, groups: groups.filter(({ names }) => names.length > 0) };
}
