// How a dream goes: how far it is, and the course of its score.

import { Button } from 'react-aria-components/Button';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { DREAM_STEPS } from '../../../store/dreaming.ts';
import panel from '../../panel.module.css';
import { words } from '../../words/words.ts';
import styles from './DreamCourse.module.css';
import { dreamText } from './dreamSentences.ts';
import { ScoreChart } from './ScoreChart.tsx';
import type { Dream } from './useDream.ts';

export function DreamCourse({ dream, onStop }: { readonly dream: Dream; readonly onStop: () => void }) {
  const { picture, points, end } = dream;
  return (
    <>
      {end ? null : <Progress dream={dream} onStop={onStop} />}
      <p
        className={end?.status === 'failed' ? styles.failed : styles.how}
        data-first={points[0]?.score}
        data-last={points.at(-1)?.score}
        data-step={picture?.step}
      >
        {dreamText(dream)}
      </p>
      {picture ? <ScoreChart dream={dream} /> : null}
    </>
  );
}

function Progress({ dream, onStop }: { readonly dream: Dream; readonly onStop: () => void }) {
  const { picture } = dream;
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={styles.track ?? ''}
        aria-label={words.inside.dream.progress}
        maxValue={DREAM_STEPS}
        value={picture?.step ?? 0}
        isIndeterminate={picture === null}
        valueLabel={dreamText(dream)}
      >
        {({ percentage = 0 }) => <span className={styles.bar} style={{ width: `${percentage}%` }} />}
      </ProgressBar>
      <Button className={panel.button ?? ''} onPress={onStop} data-stop="">
        {words.inside.dream.stop}
      </Button>
    </div>
  );
}
