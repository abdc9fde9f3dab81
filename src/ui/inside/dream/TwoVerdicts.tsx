// The page's own verdicts on the photo and on what was dreamt of it, beside each other.

import { useEffect, useRef } from 'react';
import type { Photo } from '../../../store/project.ts';
import { DistanceBar } from '../../DistanceBar.tsx';
import { inLine, photoProblem } from '../../sentences.ts';
import { useVerdict } from '../../useVerdict.ts';
import { useWork } from '../../useWork.ts';
import { words } from '../../words/words.ts';
import styles from './TwoVerdicts.module.css';

interface Props {
  readonly photo: Photo;
  readonly dreamt: Photo;
}

export function TwoVerdicts({ photo, dreamt }: Props) {
  const says = words.inside.dream;
  const verdict = useVerdict(useWork(dreamt));
  const isJudged = verdict !== null;
  const frame = useRef<HTMLDivElement>(null);
  // It comes at the foot of what may scroll, and grows once it has been judged.
  useEffect(() => {
    frame.current?.scrollIntoView({ block: isJudged ? 'end' : 'nearest' });
  }, [isJudged]);
  return (
    <div ref={frame} className={styles.verdicts}>
      <p>{says.added(inLine(dreamt.name))}</p>
      <dl className={styles.two}>
        <VerdictOf photo={photo} what={says.thePhoto} />
        <VerdictOf photo={dreamt} what={says.theDream} />
      </dl>
      {verdict?.neither ? <p>{says.whyNeither}</p> : null}
    </div>
  );
}

function VerdictOf({ photo, what }: { readonly photo: Photo; readonly what: string }) {
  const work = useWork(photo);
  const verdict = useVerdict(work);
  return (
    <div data-verdict-of={photo.name} data-score={verdict?.score}>
      <dt>
        {what}
        {verdict?.neither ? `: ${words.common.neither}` : null}
      </dt>
      <dd className={styles.verdict}>
        {verdict ? (
          <DistanceBar verdict={verdict} />
        ) : work.status === 'failed' ? (
          photoProblem(work.error)
        ) : (
          words.inside.dream.judging
        )}
      </dd>
    </div>
  );
}
