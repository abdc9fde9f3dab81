// A score's terms as pushes one after the other: constant, the strongest ones, all others.

import type { ExplainedTerm, Explanation } from '../../store/verdicts.ts';
import type { Side } from '../useSides.ts';
import { words } from '../words/words.ts';

/** What features are: ImageNet's classes, or channels of a module. */
export type Noun = 'classes' | 'channels';

export interface Push {
  /** One of its own: two of ImageNet's classes may share a name. */
  readonly id: string;
  /** `constant`, `others`, or the feature's name. */
  readonly term: string;
  readonly text: string;
  /** null for the constant, and for all the others. */
  readonly explained: ExplainedTerm | null;
  /** Its share of the score. */
  readonly value: number;
  /** The sum before it, and with it. */
  readonly from: number;
  readonly to: number;
}

export function pushesOf(
  { strongest, others, otherCount, constant }: Explanation,
  nameOf: (index: number) => string,
  noun: Noun,
): readonly Push[] {
  let reached = 0;
  const push = (
    id: string,
    term: string,
    text: string,
    value: number,
    explained: ExplainedTerm | null,
  ): Push => {
    const from = reached;
    reached += value;
    return { id, term, text, explained, value, from, to: reached };
  };
  return [
    push('constant', 'constant', words.why.constant, constant, null),
    ...strongest.map((one) => {
      const name = nameOf(one.index);
      return push(String(one.index), name, name, one.value, one);
    }),
    push('others', 'others', words.why.others[noun](otherCount), others, null),
  ];
}

/** One push's numbers, ready to be read. */
export interface PushNumbers {
  /** How much of it this photo has, and how much those that were learned from have on average. */
  readonly here: string;
  readonly average: string;
  /** How much less that is, or else more. */
  readonly difference: string;
  readonly isLess: boolean;
  readonly weight: string;
  readonly value: string;
}

/** What the page's waterfall and the report's table draw. */
export interface PushesProps {
  readonly explanation: Explanation;
  readonly score: number;
  readonly left: Side;
  readonly right: Side;
  /** What a term is called, in full. */
  readonly nameOf: (index: number) => string;
  readonly noun: Noun;
}
