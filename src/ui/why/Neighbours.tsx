// Against which photos: the training photos most like the chosen one, and what they weigh in the boundary.

import type { Boundary } from '../../core/types.ts';
import type { Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import { LearnedPhotoButton } from '../LearnedPhotoButton.tsx';
import { type LearnedPhoto, useLearnedPhotos } from '../useLearnedPhotos.ts';
import styles from './Neighbours.module.css';

interface Props {
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  /** Its own row, if it was learned from: nobody is his own neighbour. */
  readonly ownRow: number;
}

const SHOWN = 5;

export function Neighbours({ verdict, trained, ownRow }: Props) {
  const nearest = verdict.neighbours.filter(({ row }) => row !== ownRow).slice(0, SHOWN);
  const learned = useLearnedPhotos(trained.set);
  return (
    <section aria-labelledby="neighbours-heading">
      <h3 id="neighbours-heading" className={styles.heading}>
        Most alike among the photos it learned from
      </h3>
      <ol className={styles.list}>
        {nearest.map(({ row, similarity }) => {
          const photo = learned[row];
          if (!photo) return null;
          const text = neighbourText(photo, similarity, verdict.boundary, row);
          return (
            <li key={row} data-neighbour={photo.name} data-similarity={similarity}>
              <LearnedPhotoButton photo={photo} text={text} number={similarity} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function neighbourText(
  { name, label }: LearnedPhoto,
  similarity: number,
  { alphas }: Boundary,
  row: number,
): string {
  const weight = alphas[row] ?? 0;
  const support =
    weight > 0
      ? `a support vector of weight ${weight.toFixed(2)}: it holds the boundary where it is`
      : 'no support vector: without it the boundary would hardly move';
  return `${name}, in ${label}: ${similarity.toFixed(2)} alike (1 is the same), ${support}`;
}
