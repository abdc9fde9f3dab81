// What is none of the kinds: the cat again, judged by cars.

import { useMemo } from 'react';
import { TRAY } from '../../../store/project.ts';
import { areComing, type Trained } from '../../../store/state.ts';
import { useAppState, usePhotosIn } from '../../appContext.ts';
import { whileComing } from '../../whyNoVerdict.ts';
import { words } from '../../words/words.ts';
import type { MaybeCat } from '../useTalkPhotos.ts';
import { Answer } from './Answer.tsx';
import { LargePhoto } from './LargePhoto.tsx';
import { NotYet } from './NotYet.tsx';
import styles from './slides.module.css';
import { findStranger } from './strangers.ts';

export function NeitherSlide({ cat }: { readonly cat: MaybeCat }) {
  const trained = useAppState((state) => state.trained);
  return trained ? <Stranger cat={cat} trained={trained} /> : <NotYet />;
}

function Stranger({ cat, trained }: { readonly cat: MaybeCat; readonly trained: Trained }) {
  const tests = usePhotosIn(TRAY);
  const work = useAppState((state) => state.work);
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const isComing = useAppState((state) => areComing(state, ({ place }) => place === TRAY));
  const features = typeof cat === 'string' ? null : cat.features;
  const found = useMemo(() => findStranger(trained, features, tests, work), [trained, features, tests, work]);
  if (!found) {
    const isAwaited = cat !== 'none' || isComing;
    if (isAwaited) return <NotYet why={whileComing(hasNetwork)} />;
    return <NotYet why={trained.novelty ? words.talk.neither.none : words.page.test.neitherToCome} />;
  }
  const { photo, verdict } = found;
  return (
    <div className={styles.pair}>
      {photo ? (
        <LargePhoto photo={photo.key} name={photo.name} thumbnail={found.thumbnail} />
      ) : typeof cat === 'string' ? null : (
        <img className={styles.photo} src={cat.url} alt={cat.photo.name} />
      )}
      <Answer verdict={verdict} trained={trained} features={found.features}>
        {verdict.neither ? null : (
          <p className={styles.quiet} data-known="">
            {trained.novelty ? words.talk.neither.known : words.page.test.neitherToCome}
          </p>
        )}
      </Answer>
    </div>
  );
}
