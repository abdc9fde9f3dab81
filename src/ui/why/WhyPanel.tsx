// The chosen photo: what the network saw of it, and what pushed its score which way.

import { useEffect, useRef } from 'react';
import { type Photo, photosIn, TRAY } from '../../store/project.ts';
import type { State } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import panel from '../panel.module.css';
import { photoProblem } from '../sentences.ts';
import { Thumbnail } from '../Thumbnail.tsx';
import { useVerdict } from '../useVerdict.ts';
import { useWork } from '../useWork.ts';
import { words } from '../words/words.ts';
import { ExplainedVerdict } from './ExplainedVerdict.tsx';
import { LookInside } from './LookInside.tsx';
import { SeenPhoto } from './SeenPhoto.tsx';
import styles from './WhyPanel.module.css';

export function WhyPanel() {
  const photo = useAppState(shownPhoto);
  const chosen = useAppState((state) => state.chosen);
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    // In one column the reasons lie below the list; whoever asks why is taken there.
    if (chosen === photo?.key && photo?.place === TRAY && matchMedia('(max-width: 860px)').matches) {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      section.current?.scrollIntoView({ behavior, block: 'nearest' });
    }
  }, [chosen, photo]);

  return (
    <section ref={section} className={styles.why} aria-labelledby="why-heading">
      <header className={panel.header}>
        <h2 id="why-heading" className={panel.heading}>
          {words.why.heading}
        </h2>
        <p className={panel.hint} title={photo?.name}>
          {photo ? photo.name : words.why.hint}
        </p>
        {photo ? <WayInside key={photo.key} photo={photo} /> : null}
      </header>
      {photo ? (
        <ChosenPhoto key={photo.key} photo={photo} />
      ) : (
        <p className={styles.empty}>{words.why.chooseOne}</p>
      )}
    </section>
  );
}

/** The chosen photo; until one is chosen, the first of the tray that is ready. */
function shownPhoto({ chosen, history, work }: State): Photo | undefined {
  const { photos } = history.present;
  return (
    photos.find(({ key }) => key === chosen) ??
    photosIn(history.present, TRAY).find(({ key }) => work[key]?.status === 'ready')
  );
}

function WayInside({ photo }: { readonly photo: Photo }) {
  const work = useWork(photo);
  return work.status === 'ready' ? <LookInside photo={photo} work={work} /> : null;
}

function ChosenPhoto({ photo }: { readonly photo: Photo }) {
  const work = useWork(photo);
  const verdict = useVerdict(work);
  const trained = useAppState((state) => state.trained);
  if (work.status === 'ready' && verdict && trained) {
    return <ExplainedVerdict photo={photo} work={work} verdict={verdict} trained={trained} />;
  }
  return (
    <div className={styles.content}>
      <figure className={styles.figure}>
        {work.status === 'ready' ? (
          <SeenPhoto photo={photo} picture={work.picture} />
        ) : (
          <div className={styles.waiting}>
            <Thumbnail work={work} name={photo.name} />
          </div>
        )}
        <figcaption className={styles.caption}>
          {work.status === 'failed' ? photoProblem(work.error) : words.why.seen}
        </figcaption>
      </figure>
      <p className={styles.empty}>
        {work.status === 'failed' ? null : <span className={panel.late}>{words.why.notYet}</span>}
      </p>
    </div>
  );
}
