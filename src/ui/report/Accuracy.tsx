// How good it is, by photos that were left out: how many come out right, which bins are mistaken for which, and by whom.

import type { Evaluation } from '../../store/state.ts';
import { aloneText, basisSentence } from '../evaluation/evaluationSentences.ts';
import { leftOutPhotos } from '../evaluation/leftOutPhotos.ts';
import { RightCount } from '../evaluation/RightCount.tsx';
import { useLearnedPhotos } from '../useLearnedPhotos.ts';
import { useSetBins } from '../useSetBins.ts';
import { withheldText } from '../why/sureness.ts';
import { words } from '../words/words.ts';
import { Face } from './Face.tsx';
import type { Pictures } from './loadPictures.ts';
import { Mistaken } from './Mistaken.tsx';

interface Props {
  readonly evaluation: Evaluation;
  readonly pictures: Pictures;
}

export function Accuracy({ evaluation, pictures }: Props) {
  const { heldOut, calibration, of } = evaluation;
  const { set } = of;
  const { labels, places } = useSetBins(set);
  return (
    <>
      <p>
        <RightCount heldOut={heldOut} />
        {heldOut.tried === 0 ? null : (
          <>
            {' '}
            {basisSentence(evaluation)} {words.report.accuracy.unseen}
          </>
        )}{' '}
        {aloneText(set.targets.length - heldOut.tried)}
      </p>
      {calibration.status === 'withheld' ? <p>{withheldText(calibration)}</p> : null}
      {heldOut.tried === 0 ? null : (
        <Mistaken labels={labels} colours={places} confusion={heldOut.confusion} />
      )}
      <WrongOnes evaluation={evaluation} pictures={pictures} />
    </>
  );
}

/** The photos that come out wrong when they are left out. */
function WrongOnes({ evaluation: { heldOut, of }, pictures }: Props) {
  const { set } = of;
  const { labels } = useSetBins(set);
  const learned = useLearnedPhotos(set);
  const wrong = leftOutPhotos(heldOut, set, labels)
    .filter(({ actual, predicted }) => predicted !== actual)
    .map(({ row, sentence }) => ({
      row,
      name: learned[row]?.name ?? '',
      sha256: set.sha256s[row] ?? '',
      sentence,
    }));
  if (wrong.length === 0) return null;
  return (
    <ul className="wrong">
      {wrong.map(({ row, name, sha256, sentence }) => (
        <li key={row}>
          <Face sha256={sha256} name="" pictures={pictures} />
          <span>
            {name} <span className="quiet">{sentence}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
