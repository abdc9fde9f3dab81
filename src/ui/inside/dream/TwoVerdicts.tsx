// The page's own verdicts on the photo and on what was dreamt of it, beside each other.

import type { Photo } from '../../../store/project.ts';
import { DistanceBar } from '../../DistanceBar.tsx';
import { photoProblem } from '../../sentences.ts';
import { useVerdict } from '../../useVerdict.ts';
import { useWork } from '../../useWork.ts';
import { words } from '../../words/words.ts';
import styles from './TwoVerdicts.module.css';

interface Props {
  readonly photo: Photo;
  readonly dreamt: Photo;
}

export function TwoVerdicts({ photo, dreamt }: Props) {
  return (
    <div className={styles.verdicts} role="status">
      <p>{words.inside.dream.added(dreamt.name)}</p>
      <dl className={styles.two}>
        <dt>{words.inside.dream.thePhoto}</dt>
        <VerdictOf photo={photo} />
        <dt>{words.inside.dream.theDream}</dt>
        <VerdictOf photo={dreamt} />
      </dl>
    </div>
  );
}

function VerdictOf({ photo }: { readonly photo: Photo }) {
  const work = useWork(photo);
  const verdict = useVerdict(work);
  return (
    <dd className={styles.verdict} data-verdict-of={photo.name} data-score={verdict?.score}>
      {verdict ? (
        <>
          <span>{verdict.neither ? words.common.neither : null}</span>
          <DistanceBar verdict={verdict} />
        </>
      ) : work.status === 'failed' ? (
        photoProblem(work.error)
      ) : (
        words.inside.dream.judging
      )}
    </dd>
  );
}
