// The features and the heads that are compared, in words; and how far they agree with the one in use.

import type { Contender, HeadName } from '../../core/evaluation/types.ts';
import type { FeatureKind } from '../../core/types.ts';
import { words } from '../words/words.ts';

/** On how many test photos two ways say the same. */
export interface Agreement {
  readonly same: number;
  readonly of: number;
}

export interface InWords {
  readonly title: string;
  readonly hint: string;
}

export const FEATURES: Readonly<Record<FeatureKind, InWords>> = {
  get logits() {
    return words.evaluation.features.logits;
  },
  get pool5() {
    return words.evaluation.features.pool5;
  },
  get inception_4d() {
    return words.evaluation.features.inception_4d;
  },
};

export const HEADS: Readonly<Record<HeadName, InWords>> = {
  get svm() {
    return words.evaluation.heads.svm;
  },
  get softmax() {
    return words.evaluation.heads.softmax;
  },
  get nearest() {
    return words.evaluation.heads.nearest;
  },
};

/** Per contender, on how many test photos it says what the one in use says; null while nothing is known. */
export function agreements<Name extends string>(
  contenders: readonly Contender<Name>[] | null,
  inUse: Name,
  names: Readonly<Record<Name, unknown>>,
): Record<Name, Agreement | null> {
  const reference = contenders?.find(({ name }) => name === inUse)?.testLabels;
  const entries = (Object.keys(names) as Name[]).map((name) => {
    const said = contenders?.find((contender) => contender.name === name)?.testLabels;
    const agreement =
      said && reference
        ? { same: said.filter((label, i) => label === reference[i]).length, of: said.length }
        : null;
    return [name, agreement] as const;
  });
  return Object.fromEntries(entries) as Record<Name, Agreement | null>;
}
