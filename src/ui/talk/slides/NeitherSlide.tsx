// What is none of the kinds: the cat again, judged by cars.

import { useMemo } from 'react';
import { judgePhoto } from '../../../store/verdicts.ts';
import { useAppState } from '../../appContext.ts';
import { words } from '../../words/words.ts';
import type { Cat } from '../useTalkPhotos.ts';
import { Answer } from './Answer.tsx';
import styles from './slides.module.css';

export function NeitherSlide({ cat }: { readonly cat: Cat | null }) {
  const trained = useAppState((state) => state.trained);
  const features = cat?.features ?? null;
  // Whatever the project allows: the talk is about what such a photo is.
  const verdict = useMemo(
    () => (trained && features ? judgePhoto(trained, features, { neither: true }) : null),
    [trained, features],
  );
  if (!cat || !trained || !features || !verdict) {
    return (
      <div className={styles.middle}>
        <p className={styles.large}>{words.talk.neither.notYet}</p>
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      <img className={styles.photo} src={cat.url} alt={cat.photo.name} />
      <Answer verdict={verdict} trained={trained} features={features} />
    </div>
  );
}
