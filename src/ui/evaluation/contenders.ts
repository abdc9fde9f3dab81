// The features and the heads that are compared, in words; and how far they agree with the one in use.

import type { Contender, HeadName } from '../../core/evaluation/types.ts';
import type { FeatureKind } from '../../core/types.ts';

interface InWords {
  readonly title: string;
  readonly hint: string;
}

export const FEATURES: Readonly<Record<FeatureKind, InWords>> = {
  logits: {
    title: 'The 1000 classes (logits)',
    hint: 'The network’s last word: how much a photo looks like each; every number has a name',
  },
  pool5: {
    title: 'The last module (pool5)',
    hint: '1024 channels, averaged over the photo: what the classes are made of',
  },
  inception_4d: {
    title: 'The middle (inception_4d)',
    hint: '528 channels, averaged over the photo: textures and parts, not yet things',
  },
};

export const HEADS: Readonly<Record<HeadName, InWords>> = {
  svm: {
    title: 'Support vector machine',
    hint: 'The boundary with the widest gap; its photos at the margin decide',
  },
  softmax: {
    title: 'Softmax regression',
    hint: 'Gradient descent, the way of TensorFlow for Poets; all photos decide',
  },
  nearest: {
    title: 'Nearest neighbours',
    hint: 'The way of the first Teachable Machine: the most alike photos vote',
  },
};

/** Per contender, on how many test photos it says what the one in use says; null while nothing is known. */
export function agreements<Name extends string>(
  contenders: readonly Contender<Name>[] | null,
  inUse: Name,
  names: Readonly<Record<Name, unknown>>,
): Record<Name, { readonly same: number; readonly of: number } | null> {
  const reference = contenders?.find(({ name }) => name === inUse)?.testLabels;
  const entries = (Object.keys(names) as Name[]).map((name) => {
    const said = contenders?.find((contender) => contender.name === name)?.testLabels;
    const agreement =
      said && reference
        ? { same: said.filter((label, i) => label === reference[i]).length, of: said.length }
        : null;
    return [name, agreement] as const;
  });
  return Object.fromEntries(entries) as Record<Name, { same: number; of: number } | null>;
}
