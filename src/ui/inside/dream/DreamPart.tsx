// The network changes the photo into what it is asked to see more of.

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Photo } from '../../../store/project.ts';
import { say } from '../../announce/said.ts';
import { Explained } from '../../Explained.tsx';
import { words } from '../../words/words.ts';
import type { ShownStage } from '../stages.ts';
import { DreamCourse } from './DreamCourse.tsx';
import styles from './DreamPart.module.css';
import { DreamResult } from './DreamResult.tsx';
import { dreamText } from './dreamSentences.ts';
import type { Dream, Dreaming } from './useDream.ts';
import { Wishes } from './Wishes.tsx';

interface Props {
  readonly photo: Photo;
  readonly dreaming: Dreaming;
  readonly shown: ShownStage;
  readonly chosen: number | null;
}

export function DreamPart({ photo, dreaming, shown, chosen }: Props) {
  const { dream, begin, stop, leave } = dreaming;
  const says = words.inside.dream;
  const status = statusOf(dream);
  const part = useKeptFocus(status);
  useTelling(dream, status);
  return (
    <section ref={part} className={styles.part} aria-labelledby="dream-heading" data-dream={status}>
      <h3 id="dream-heading" className={styles.title}>
        {dream ? says.titleOf(dream.wish.name) : says.title}
      </h3>
      {dream ? (
        <>
          <DreamCourse dream={dream} onStop={stop} />
          {dream.end ? (
            <DreamResult photo={photo} dream={dream} onAgain={() => begin(dream.wish)} onLeave={leave} />
          ) : null}
        </>
      ) : (
        <Wishes shown={shown} chosen={chosen} onWish={begin} />
      )}
      <Explained summary={says.question}>
        <p>{says.answer}</p>
        <p>{says.scoresMeaning}</p>
      </Explained>
    </section>
  );
}

const statusOf = (dream: Dream | null): string =>
  dream === null ? 'none' : (dream.end?.status ?? (dream.picture ? 'dreaming' : 'preparing'));

/** When it begins and when it ends, not at each step. */
function useTelling(dream: Dream | null, status: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dream of the same status is the same news
  useEffect(() => {
    if (dream && status !== 'dreaming') say(dreamText(dream));
  }, [status]);
}

/**
 * The button that began or ended a dream is gone then: whoever pressed it goes on with the first one that is there. Left
 * alone, React Aria would go to the dialog's first, which closes it.
 */
function useKeptFocus(status: string): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: buttons come and go with the status
  useLayoutEffect(() => {
    if (document.activeElement === document.body) part.current?.querySelector('button')?.focus();
  }, [status]);
  return part;
}
