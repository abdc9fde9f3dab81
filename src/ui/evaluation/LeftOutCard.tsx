// Which photos come out right when they are left out, and which do not.

import { useState } from 'react';
import type { BinId } from '../../store/project.ts';
import type { Evaluation } from '../../store/state.ts';
import { useApp, useAppState, useProject } from '../appContext.ts';
import { Explained } from '../Explained.tsx';
import { milliseconds, signed } from '../sentences.ts';
import { useLearnedPhotos } from '../useLearnedPhotos.ts';
import { useSetBins } from '../useSetBins.ts';
import { useShowPhoto } from '../useShowPhoto.ts';
import { Card } from './Card.tsx';
import { CellPhotos } from './CellPhotos.tsx';
import { ConfusionMatrix, type MatrixCell } from './ConfusionMatrix.tsx';
import styles from './LeftOutCard.module.css';
import { aloneText } from './leftOutSentences.ts';
import { RightCount } from './RightCount.tsx';

export function LeftOutCard({ evaluation }: { readonly evaluation: Evaluation }) {
  const { actions } = useApp();
  const { bins } = useProject();
  const [chosen, setChosen] = useState<{ readonly actual: BinId; readonly predicted: BinId } | null>(null);
  const showPhoto = useShowPhoto();
  const trained = useAppState((state) => state.trained);
  const { heldOut, of, ms } = evaluation;
  const { set } = of;
  const learned = useLearnedPhotos(set);
  const { labels, places } = useSetBins(set);
  const cell = cellOf(chosen, evaluation);

  const shown = heldOut.predicted.flatMap((predicted, row) => {
    const actual = set.targets[row] ?? -1;
    const photo = learned[row];
    if (predicted === null || !photo) return [];
    const wanted = cell ? cell.actual === actual && cell.predicted === predicted : predicted !== actual;
    const target = set.binIds[predicted] ?? '';
    const score = heldOut.scores[row]?.[predicted] ?? 0;
    const sentence = `in ${labels[actual]}, looks like ${labels[predicted]}, ${signed(score)} without it`;
    return wanted ? [{ ...photo, sentence, target }] : [];
  });
  const targetOf = (key: string) => shown.find((photo) => photo.key === key)?.target ?? '';
  const canMove = shown.every(
    ({ target, binId }) => target !== binId && bins.some(({ id }) => id === target),
  );

  return (
    <Card title="Left out, who is right?" isStale={of !== trained}>
      <p>
        <RightCount heldOut={heldOut} />{' '}
        <span className={styles.quiet}>{aloneText(set.targets.length - heldOut.tried)}</span>
      </p>
      <ConfusionMatrix
        labels={labels}
        colours={places}
        confusion={heldOut.confusion}
        chosen={cell}
        onChoose={(next) => {
          const [actual, predicted] = [set.binIds[next?.actual ?? -1], set.binIds[next?.predicted ?? -1]];
          setChosen(actual !== undefined && predicted !== undefined ? { actual, predicted } : null);
        }}
      />
      <CellPhotos
        photos={shown}
        onShow={showPhoto}
        empty={cell ? 'No photos here.' : 'None came out wrong.'}
        actions={[
          ...(canMove
            ? [{ label: 'Move there', run: (key: string) => actions.move([key], targetOf(key)) }]
            : []),
          { label: 'Take out', run: (key: string) => actions.remove([key]) },
        ]}
      />
      <Explained summary="What does left out mean?">
        {heldOut.holding.method === 'leave-one-out'
          ? 'Each photo in turn is taken out, the machine learns from all the others, and judges the one. '
          : `The photos are dealt into ${heldOut.holding.folds} groups, the bins spread evenly; each group in turn is taken out, the machine learns from the others, and judges it. (Leaving out each alone would take too long with this many.) `}
        So no photo is judged by a machine that knows it. It takes {milliseconds(ms)}, in a worker of its own,
        and starts anew when a bin changes. Photos that come out wrong may lie in the wrong bin, or be unlike
        the rest of theirs.
      </Explained>
    </Card>
  );
}

/** The chosen cell, as long as its bins are there and photos are in it. */
function cellOf(
  chosen: { readonly actual: BinId; readonly predicted: BinId } | null,
  { heldOut, of: { set } }: Evaluation,
): MatrixCell | null {
  if (!chosen) return null;
  const cell = {
    actual: set.binIds.indexOf(chosen.actual),
    predicted: set.binIds.indexOf(chosen.predicted),
  };
  return (heldOut.confusion[cell.actual]?.[cell.predicted] ?? 0) > 0 ? cell : null;
}
