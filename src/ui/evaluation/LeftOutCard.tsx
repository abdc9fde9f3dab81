// Which photos come out right when they are left out, and which do not.

import { useState } from 'react';
import type { BinId } from '../../store/project.ts';
import type { Evaluation } from '../../store/state.ts';
import { useApp, useAppState, useProject } from '../appContext.ts';
import { Explained } from '../Explained.tsx';
import { milliseconds } from '../sentences.ts';
import { useLearnedPhotos } from '../useLearnedPhotos.ts';
import { useSetBins } from '../useSetBins.ts';
import { useShowPhoto } from '../useShowPhoto.ts';
import { words } from '../words/words.ts';
import { Card } from './Card.tsx';
import { CellPhotos } from './CellPhotos.tsx';
import { ConfusionMatrix, type MatrixCell } from './ConfusionMatrix.tsx';
import { aloneText } from './evaluationSentences.ts';
import styles from './LeftOutCard.module.css';
import { leftOutPhotos } from './leftOutPhotos.ts';
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

  const shown = leftOutPhotos(heldOut, set, labels).flatMap(({ row, actual, predicted, sentence }) => {
    const photo = learned[row];
    const wanted = cell ? cell.actual === actual && cell.predicted === predicted : predicted !== actual;
    return wanted && photo ? [{ ...photo, sentence, target: set.binIds[predicted] ?? '' }] : [];
  });
  const targetOf = (key: string) => shown.find((photo) => photo.key === key)?.target ?? '';
  const canMove = shown.every(
    ({ target, binId }) => target !== binId && bins.some(({ id }) => id === target),
  );

  return (
    <Card title={words.evaluation.leftOut.title} isStale={of !== trained}>
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
        empty={cell ? words.evaluation.leftOut.noPhotos : words.evaluation.leftOut.noneWrong}
        actions={[
          ...(canMove
            ? [
                {
                  id: 'move',
                  label: words.evaluation.leftOut.move,
                  run: (key: string) => actions.move([key], targetOf(key)),
                },
              ]
            : []),
          {
            id: 'remove',
            label: words.evaluation.leftOut.remove,
            run: (key: string) => actions.remove([key]),
          },
        ]}
      />
      <Explained summary={words.evaluation.leftOut.question}>
        {words.evaluation.leftOut.answer(
          heldOut.holding.method === 'leave-one-out' ? null : heldOut.holding.folds,
          milliseconds(ms),
        )}
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
