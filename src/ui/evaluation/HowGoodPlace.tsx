// Below the first screen: how good the trained machine is. Loaded and worked out once somebody looks at it.

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useApp, useAppState } from '../appContext.ts';
import panel from '../panel.module.css';
import styles from './HowGoodPlace.module.css';

const HowGood = lazy(async () => ({ default: (await import('./HowGood.tsx')).HowGood }));

export function HowGoodPlace() {
  const { actions } = useApp();
  const section = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState(false);
  const trained = useAppState((state) => state.trained);

  useEffect(() => {
    if (!section.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      const isHere = entry?.isIntersecting ?? false;
      if (isHere) setSeen(true);
      actions.lookCloser(isHere);
    });
    observer.observe(section.current);
    return () => observer.disconnect();
  }, [actions]);

  return (
    <section
      ref={section}
      id="how-good"
      className={styles.place}
      aria-labelledby="how-good-heading"
      data-how-good=""
    >
      <header className={panel.header}>
        <h2 id="how-good-heading" className={panel.heading}>
          How good is it?
        </h2>
        <p className={panel.hint}>Tried out on photos it has not learned from</p>
      </header>
      {trained && seen ? (
        <Suspense fallback={<p className={styles.waiting}>Loading…</p>}>
          <HowGood trained={trained} />
        </Suspense>
      ) : (
        <p className={styles.waiting}>
          Once two bins hold photos, this shows how often it is right on photos left out, whether more photos
          would help, what the boundary is made of, and where the photos lie.
        </p>
      )}
    </section>
  );
}
