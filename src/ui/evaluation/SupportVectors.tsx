// The photos that hold the boundary where it is, the heaviest first.

import type { Trained } from '../../store/state.ts';
import { LearnedPhotoButton } from '../LearnedPhotoButton.tsx';
import { fixed } from '../sentences.ts';
import { useLearnedPhotos } from '../useLearnedPhotos.ts';
import { words } from '../words/words.ts';
import styles from './SupportVectors.module.css';

/** More would hide the page; the rest weighs less. */
const MOST = 40;

export function SupportVectors({ trained }: { readonly trained: Trained }) {
  const { boundaries } = trained.classifier;
  const learned = useLearnedPhotos(trained.set);
  // In more than two bins a photo may hold several boundaries; its weights add up.
  const heaviest = learned
    .map((photo, row) => ({
      photo,
      weight: boundaries.reduce((sum, { alphas }) => sum + (alphas[row] ?? 0), 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
  return (
    <ul className={styles.photos} aria-label={words.evaluation.makeup.supportVectors}>
      {heaviest.map(({ photo, weight }) =>
        photo ? (
          <li key={photo.key} data-support-vector={photo.name} data-alpha={weight}>
            <LearnedPhotoButton
              photo={photo}
              text={words.evaluation.makeup.supportVector(photo.name, photo.label, fixed(weight, 2))}
              number={weight}
            />
          </li>
        ) : null,
      )}
    </ul>
  );
}
