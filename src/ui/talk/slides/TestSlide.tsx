// A test photo: first alone, so that everybody can guess; then its verdict, how far, and why.

import { type PhotoKey, TRAY } from '../../../store/project.ts';
import { pictureOf } from '../../../store/state.ts';
import { useAppState, usePhotosIn } from '../../appContext.ts';
import { photoProblem } from '../../sentences.ts';
import { useOtherPlaces } from '../../useOtherPlaces.ts';
import { useVerdict } from '../../useVerdict.ts';
import { errorOf, useWork } from '../../useWork.ts';
import { whyNoVerdict } from '../../whyNoVerdict.ts';
import { words } from '../../words/words.ts';
import { Answer } from './Answer.tsx';
import { LargePhoto } from './LargePhoto.tsx';
import styles from './slides.module.css';

interface Props {
  readonly photo: PhotoKey;
  readonly isAnswered: boolean;
}

export function TestSlide({ photo: key, isAnswered }: Props) {
  const tests = usePhotosIn(TRAY);
  const place = tests.findIndex((other) => other.key === key);
  const photo = tests[place] ?? { key, name: '', place: TRAY };
  const work = useWork(photo);
  const verdict = useVerdict(work);
  const others = useOtherPlaces(photo, work);
  const trained = useAppState((state) => state.trained);
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const error = errorOf(work);
  return (
    <div className={styles.pair}>
      <LargePhoto photo={key} name={photo.name} thumbnail={pictureOf(work)?.thumbnail} />
      <div aria-live="polite">
        <p className={styles.quiet}>{words.talk.test.place(place + 1, tests.length)}</p>
        {error ? (
          <p className={styles.large}>{photoProblem(error)}</p>
        ) : !isAnswered ? (
          <p className={styles.huge}>{words.talk.test.question}</p>
        ) : verdict && trained && work.status === 'ready' ? (
          <Answer verdict={verdict} trained={trained} features={work.features}>
            {others === '' ? null : (
              <p className={styles.quiet} data-learned-from="">
                {words.talk.test.learnedFrom(others)}
              </p>
            )}
          </Answer>
        ) : (
          <p className={styles.large}>{whyNoVerdict(work, hasNetwork)}</p>
        )}
      </div>
    </div>
  );
}

export function NoTestsSlide() {
  return (
    <div className={styles.middle}>
      <p className={styles.huge}>{words.talk.test.question}</p>
      <p className={styles.large}>{words.talk.test.none}</p>
    </div>
  );
}
