// Below the first screen: how good the trained machine is. Its code is fetched once the network is there (the server
// may be gone later), and things are worked out once somebody looks at it.

import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useApp, useAppState } from '../appContext.ts';
import panel from '../panel.module.css';
import { useCode } from '../useCode.ts';
import { words } from '../words/words.ts';
import styles from './HowGoodPlace.module.css';

export function HowGoodPlace() {
  const { actions } = useApp();
  const section = useRef<HTMLElement>(null);
  const [isSeen, setSeen] = useState(false);
  const trained = useAppState((state) => state.trained);
  const hasFailed = useAppState(({ training }) => training.status === 'failed');
  const { content: Content, failed, load } = useContent();

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
      data-how-good=""
    >
      <header className={panel.header}>
        <h2 id="how-good-heading" className={panel.heading}>
          {words.evaluation.heading}
        </h2>
        <p className={panel.hint}>{words.evaluation.hint}</p>
      </header>
      {trained && isSeen && Content ? (
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

const fetchContent = () => import('./HowGood.tsx');

function useContent() {
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const { code, failed, load } = useCode(fetchContent);
  useEffect(() => {
    // Not before the page has said that it is ready.
    const timer = hasNetwork ? setTimeout(load) : undefined;
    return () => clearTimeout(timer);
  }, [hasNetwork, load]);
  return { content: code?.HowGood ?? null, failed, load };
}
