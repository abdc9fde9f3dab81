// Against which photos: the training photos most like the chosen one, and what they weigh in the boundary.

import type { Boundary } from '../../core/types.ts';
import type { Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import { LearnedPhotoButton } from '../LearnedPhotoButton.tsx';
import { fixed } from '../sentences.ts';
import { type LearnedPhoto, useLearnedPhotos } from '../useLearnedPhotos.ts';
import { words } from '../words/words.ts';
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
        {words.why.mostAlike}
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
  return words.why.neighbour(name, label, fixed(similarity, 2), weight > 0 ? fixed(weight, 2) : null);
}
