// The pictures of training photos, kept once, however many test photos they are like.

import type { TrainingSet } from '../../store/trainingSet.ts';
import type { Pictures } from './loadPictures.ts';
import { learnedId, NEAREST } from './Nearest.tsx';
import type { TestPhoto } from './testVerdicts.ts';

interface Props {
  readonly set: TrainingSet;
  readonly tests: readonly TestPhoto[];
  readonly pictures: Pictures;
}

export function LearnedPictures({ set, tests, pictures }: Props) {
  const rows = new Set(
    tests.flatMap(({ verdict }) => verdict?.neighbours.slice(0, NEAREST).map(({ row }) => row) ?? []),
  );
  // Not `display: none`: browsers need not draw what is kept in there.
  return (
    <svg className="kept" aria-hidden="true">
      <defs>
        {[...rows].map((row) => {
          const picture = pictures.get(set.sha256s[row] ?? '');
          return picture === undefined ? null : (
            <image key={row} id={learnedId(row)} href={picture} width="1" height="1" />
          );
        })}
      </defs>
    </svg>
  );
}
