// What somebody may wish to see more of: a bin, or what a channel finds.

import type { CSSProperties } from 'react';
import { goalTowards } from '../../../store/dreamGoals.ts';
import type { Bin } from '../../../store/project.ts';
import type { Trained } from '../../../store/state.ts';
import type { DreamGoal, Stage } from '../../../workers/contract.ts';
import { binColour } from '../../binColours.ts';
import { words } from '../../words/words.ts';
import { stageName } from '../stages.ts';

export interface Wish {
  /** Tells it from the others. */
  readonly id: string;
  /** Such as “more modern”. */
  readonly name: string;
  /** null where nothing leads there. */
  readonly goal: DreamGoal | null;
  readonly colour: CSSProperties;
  /** What a score below 0 speaks for, and one above; null for a channel, which has no boundary. */
  readonly sides: readonly [WishSide, WishSide] | null;
}

export interface WishSide {
  readonly label: string;
  readonly colour: CSSProperties;
}

export function binWishes(trained: Trained, bins: readonly Bin[]): readonly Wish[] {
  const { binIds, labels } = trained.set;
  const sides = binIds.map((binId, k): WishSide => {
    const index = bins.findIndex(({ id }) => id === binId);
    return { label: bins[index]?.label ?? labels[k] ?? '', colour: binColour(index) };
  });
  const others: WishSide = { label: words.common.others, colour: binColour(-1) };
  const [first = others, second = others] = sides;
  return sides.map((side, k) => ({
    id: binIds[k] ?? '',
    name: words.inside.dream.more(side.label),
    goal: goalTowards(trained, k),
    colour: side.colour,
    sides: sides.length === 2 ? [first, second] : [others, side],
  }));
}

export const channelWish = (stage: Stage, channel: number): Wish => ({
  id: `${stage} ${channel}`,
  name: words.inside.dream.moreOf(channel, stageName(stage)),
  goal: { stage, channel },
  colour: binColour(-1),
  sides: null,
});
