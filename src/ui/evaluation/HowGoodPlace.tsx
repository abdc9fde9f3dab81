// Below the first screen: how good the trained machine is. Its code is fetched once the network is there (the server
// may be gone later), and things are worked out once somebody looks at it.

import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useApp, useAppState } from '../appContext.ts';
import panel from '../panel.module.css';
import { useCodeAhead } from '../useCodeAhead.ts';
import { words } from '../words/words.ts';
import styles from './HowGoodPlace.module.css';

const fetchCode = () => import('./HowGood.tsx');

export function HowGoodPlace() {
  const { actions } = useApp();
  const section = useRef<HTMLElement>(null);
  const [isSeen, setSeen] = useState(false);
  const trained = useAppState((state) => state.trained);
  const hasFailed = useAppState(({ training }) => training.status === 'failed');
  const { code, failed, load } = useCodeAhead(fetchCode);
  const Content = code?.HowGood;

  const isShown = trained !== null && isSeen && Content !== undefined;

  useEffect(() => {
    if (!section.current) return;
    const onSeen: IntersectionObserverCallback = (entries) => {
      const isHere = entries.at(-1)?.isIntersecting ?? false;
      if (isHere) setSeen(true);
      actions.lookCloser(isHere);
    };
    // Just below the screen its edge touches it, which would count as being seen.
    const observer = new IntersectionObserver(onSeen, { rootMargin: '-8px' });
    observer.observe(section.current);
    return () => observer.disconnect();
  }, [actions]);

  return (
    <section
      ref={section}
      id="how-good"
      className={styles.place}
      aria-labelledby="how-good-heading"
      // Until its cards are there it is a stop of the Tab key itself, or that would pass them by; the link above leads here, too.
      tabIndex={trained && !isShown ? 0 : -1}
      data-how-good=""
    >
      <header className={panel.header}>
        <h2 id="how-good-heading" className={panel.heading}>
          {words.evaluation.heading}
        </h2>
        <p className={panel.hint}>{words.evaluation.hint}</p>
      </header>
      {isShown ? (
        <Content trained={trained} />
      ) : (
        <p className={styles.waiting}>
          {failed ? (
            <>
              {words.evaluation.notFetched}{' '}
              <Button className={panel.link ?? ''} onPress={load}>
                {words.evaluation.tryAgain}
              </Button>
            </>
          ) : trained ? (
            words.evaluation.oneMoment
          ) : hasFailed ? (
            words.evaluation.nothingLearned
          ) : (
            <span className={panel.late}>{words.evaluation.notYet}</span>
          )}
        </p>
      )}
    </section>
  );
}
