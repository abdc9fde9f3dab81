// The chosen photo: what the network saw of it, and which of ImageNet's classes pushed its score which way.

import { useEffect, useMemo, useRef } from 'react';
import { type Photo, photosIn, TRAY } from '../store/project.ts';
import type { PhotoWork, State } from '../store/state.ts';
import { explainVerdict, type PhotoVerdict } from '../store/verdicts.ts';
import { useAppState } from './appContext.ts';
import panel from './panel.module.css';
import { SeenPhoto } from './SeenPhoto.tsx';
import { imagenetName, photoProblem, signed } from './sentences.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { useSides } from './useSides.ts';
import { useVerdict } from './useVerdict.ts';
import { useWork } from './useWork.ts';
import styles from './WhyPanel.module.css';

const SHOWN_TERMS = 8;

export function WhyPanel() {
  const photo = useAppState(shownPhoto);
  const chosen = useAppState((state) => state.chosen);
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    // In one column the reasons lie below the list; whoever asks why is taken there.
    if (chosen === photo?.key && photo?.place === TRAY && matchMedia('(max-width: 860px)').matches) {
      section.current?.scrollIntoView({ behavior: 'smooth', block: 'nearest' });
    }
  }, [chosen, photo]);

  return (
    <section ref={section} className={styles.why} aria-labelledby="why-heading">
      <header className={panel.header}>
        <h2 id="why-heading" className={panel.heading}>
          Why
        </h2>
        <p className={panel.hint}>{photo ? photo.name : 'What pushed the verdict'}</p>
      </header>
      {photo ? (
        <ChosenPhoto key={photo.key} photo={photo} />
      ) : (
        <p className={styles.empty}>
          Choose a photo to see what the network saw in it and what pushed its score.
        </p>
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

function ChosenPhoto({ photo }: { readonly photo: Photo }) {
  const work = useWork(photo);
  const verdict = useVerdict(work);
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
          {work.status === 'failed'
            ? photoProblem(work.error)
            : 'In full light: the 224 × 224 pixels that the network saw.'}
          {photo.credit ? (
            <>
              {' '}
              <a href={photo.credit} target="_blank" rel="noreferrer">
                Photo’s page
              </a>
            </>
          ) : null}
        </figcaption>
      </figure>
      {verdict && work.status === 'ready' ? (
        <Pushes verdict={verdict} work={work} />
      ) : (
        <p className={styles.empty}>
          {work.status === 'failed' ? null : 'Once two bins hold photos, this shows what pushed the verdict.'}
        </p>
      )}
    </div>
  );
}

interface PushesProps {
  readonly verdict: PhotoVerdict;
  readonly work: PhotoWork & { status: 'ready' };
}

function Pushes({ verdict, work }: PushesProps) {
  const trained = useAppState((state) => state.trained);
  const names = useAppState((state) => state.classNames);
  const [left, right] = useSides(verdict);
  const explanation = useMemo(
    () => (trained ? explainVerdict(trained, verdict, work.features.logits, SHOWN_TERMS) : null),
    [trained, verdict, work],
  );
  if (!explanation) return null;
  const { strongest, others, otherCount, constant } = explanation;
  const rows = [
    ...strongest.map(({ index, value }) => ({
      term: imagenetName(names, index),
      text: imagenetName(names, index),
      value,
    })),
    { term: 'others', text: `${otherCount} others together`, value: others },
    { term: 'constant', text: 'constant', value: constant },
  ];
  // Bars compare class with class; the sum of a thousand small pushes would flatten them all, and is hatched where
  // it goes beyond.
  const largest = Math.max(...strongest.map(({ value }) => Math.abs(value)), 1e-9);

  return (
    <div className={styles.pushes} data-explanation="">
      <div className={styles.sides}>
        <span style={left.colour}>← {left.label}</span>
        <span style={right.colour}>{right.label} →</span>
      </div>
      <ol className={styles.terms}>
        {rows.map(({ term, text, value }) => (
          <li key={term} className={styles.term} data-term={term} data-value={value}>
            <span className={styles.label} title={text}>
              {text}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={Math.abs(value) > largest ? `${styles.push} ${styles.beyond}` : styles.push}
                style={{
                  ...(value < 0 ? left : right).colour,
                  left: `${50 + Math.max(-1, Math.min(0, value / largest)) * 50}%`,
                  width: `${Math.min(1, Math.abs(value) / largest) * 50}%`,
                }}
              />
            </span>
            <span className={styles.value}>{signed(value, 3)}</span>
          </li>
        ))}
        <li className={`${styles.term} ${styles.total}`}>
          <span className={styles.label}>score</span>
          <span />
          <span className={styles.value}>{signed(verdict.score, 3)}</span>
        </li>
      </ol>
      <p className={styles.note}>
        Each class pushes by its weight times how much more (or less) of it this photo has than your photos on
        average.
      </p>
    </div>
  );
}
