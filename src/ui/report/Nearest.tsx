// The training photos most like a test photo.

import type { PhotoVerdict } from '../../store/verdicts.ts';
import { fixed } from '../sentences.ts';
import type { LearnedPhoto } from '../useLearnedPhotos.ts';
import { words } from '../words/words.ts';
import { BinTag } from './BinTag.tsx';

interface Props {
  readonly verdict: PhotoVerdict;
  readonly learned: readonly (LearnedPhoto | null)[];
}

/** Of a test photo: it is none of its own neighbours. */
export const NEAREST = 5;

export function Nearest({ verdict, learned }: Props) {
  return (
    <div className="nearest">
      <h4>{words.report.reasons.nearest}</h4>
      <ol>
        {verdict.neighbours.slice(0, NEAREST).map(({ row, similarity }) => {
          const photo = learned[row];
          if (!photo) return null;
          return (
            <li key={row} data-neighbour={photo.name} data-similarity={similarity}>
              <svg className="face" viewBox="0 0 1 1" role="img" aria-label={photo.name}>
                <use href={`#${learnedId(row)}`} />
              </svg>
              {fixed(similarity, 2)} <BinTag label={photo.label} bin={photo.bin} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** By which a picture of LearnedPictures is found. */
export const learnedId = (row: number): string => `learned-${row}`;
