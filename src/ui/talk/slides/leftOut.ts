// What is said of a photo by a machine that has learned from the others only.

import type { HeldOut } from '../../../core/evaluation/types.ts';
import { nearestPhotos } from '../../../core/novelty.ts';
import type { BinId } from '../../../store/project.ts';
import type { Trained } from '../../../store/state.ts';
import type { PhotoVerdict } from '../../../store/verdicts.ts';

export interface LeftOutVerdict extends Pick<PhotoVerdict, 'binId' | 'sides' | 'score' | 'neither'> {
  /** Not known: that machine's weights are not kept. */
  readonly distance: null;
  /** Where its threshold is, about: one photo more or less moves it little. */
  readonly boundary: Pick<PhotoVerdict['boundary'], 'shift'>;
  /** The bins of the other photos most like it, the most alike first. */
  readonly alike: readonly BinId[];
}

/** Photos that are asked whether they are alike. */
const ALIKE = 5;

/** Signs as everywhere: of two bins the second one's side is above 0; of more, the winner's. Null for no such row. */
export function leftOutVerdict(
  { classifier, set, units }: Pick<Trained, 'classifier' | 'set' | 'units'>,
  { scores, predicted }: Pick<HeldOut, 'scores' | 'predicted'>,
  row: number,
): LeftOutVerdict | null {
  const winner = predicted[row] ?? -1;
  const { binIds, rows, targets } = set;
  const [first = null, second = ''] = binIds;
  const isPair = binIds.length === 2;
  const score = scores[row]?.[isPair ? 1 : winner];
  const binId = binIds[winner];
  const features = rows[row];
  if (binId === undefined || score === undefined || !features) return null;
  const alike = nearestPhotos(units, features.logits, ALIKE + 1)
    .filter((other) => other.row !== row)
    .slice(0, ALIKE)
    .flatMap((other) => binIds[targets[other.row] ?? -1] ?? []);
  return {
    binId,
    sides: isPair ? [first, second] : [null, binId],
    score,
    neither: false,
    distance: null,
    boundary: { shift: classifier.boundaries[isPair ? 0 : winner]?.shift ?? 0 },
    alike,
  };
}

/** The row that is furthest on a wrong side; -1 where all are right. */
export function worstRow(
  { predicted, scores }: Pick<HeldOut, 'scores' | 'predicted'>,
  targets: readonly number[],
): number {
  let worst = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [row, label] of predicted.entries()) {
    const score = label === null ? undefined : scores[row]?.[label];
    if (label === null || label === targets[row] || score === undefined || score <= most) continue;
    [worst, most] = [row, score];
  }
  return worst;
}
