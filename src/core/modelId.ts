// The id that features carry: numbers of another id are never mixed with them. It says which weights they were computed
// with, and how exactly.

/** How the weights are kept. */
export const PRECISIONS = ['uint8', 'float16', 'float32'] as const;
export type Precision = (typeof PRECISIONS)[number];

const HALF = '/half';

/** @param isHalf computed at half precision, as by many GPUs of phones */
export const modelIdOf = (precision: Precision, isHalf: boolean): string =>
  `inception-v1/${precision}${isHalf ? HALF : ''}`;

export interface ModelIdParts {
  /** null where the id does not say: nobody knows yet which network it is. */
  readonly precision: Precision | null;
  readonly isHalf: boolean;
}

/** @param id as `modelIdOf` writes it */
export function readModelId(id: string): ModelIdParts {
  const isHalf = id.endsWith(HALF);
  const weights = isHalf ? id.slice(0, -HALF.length) : id;
  return { precision: PRECISIONS.find((precision) => weights.endsWith(precision)) ?? null, isHalf };
}
