// The network changes the photo into what it is asked to see more of.

import { Button } from 'react-aria-components/Button';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { DREAM_STEPS } from '../../../store/dreaming.ts';
import type { Photo } from '../../../store/project.ts';
import { useAppState, useBins } from '../../appContext.ts';
import { Explained } from '../../Explained.tsx';
import panel from '../../panel.module.css';
import { capital } from '../../words/phrase.ts';
import { words } from '../../words/words.ts';
import type { ShownStage } from '../stages.ts';
import styles from './DreamPart.module.css';
import { DreamResult } from './DreamResult.tsx';
import { dreamText } from './dreamSentences.ts';
import { ScoreChart } from './ScoreChart.tsx';
import type { Dream, Dreaming } from './useDream.ts';
import { binWishes, channelWish, type Wish } from './wishes.ts';

interface Props {
  readonly photo: Photo;
  readonly dreaming: Dreaming;
  readonly shown: ShownStage;
  readonly chosen: number | null;
}

export function DreamPart({ photo, dreaming, shown, chosen }: Props) {
  const { dream, begin, stop, leave } = dreaming;
  const says = words.inside.dream;
  return (
    <section className={styles.part} aria-labelledby="dream-heading" data-dream={statusOf(dream)}>
      <h3 id="dream-heading" className={styles.title}>
        {says.title}
      </h3>
      {dream ? (
        <>
          <p className={styles.wish}>{capital(dream.wish.name)}</p>
          <Going dream={dream} onStop={stop} />
          {dream.end?.status === 'failed' ? (
            <Button className={`${panel.button} ${styles.alone}`} onPress={() => begin(dream.wish)}>
              {words.inside.tryAgain}
            </Button>
          ) : null}
          {dream.end && dream.picture ? (
            <DreamResult photo={photo} wish={dream.wish} picture={dream.picture} />
          ) : null}
          {dream.end ? (
            <Button className={`${panel.button} ${styles.alone}`} onPress={leave}>
              {says.back}
            </Button>
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

interface WishesProps extends Pick<Props, 'shown' | 'chosen'> {
  readonly onWish: (wish: Wish) => void;
}

function Wishes({ shown, chosen, onWish }: WishesProps) {
  const bins = useBins();
  const trained = useAppState((state) => state.trained);
  const says = words.inside.dream;
  const ofChannel = chosen === null ? null : channelWish(shown.stage, chosen);
  return (
    <>
      <p>{says.what}</p>
      <div className={styles.wishes}>
        {trained
          ? binWishes(trained, bins).map((wish) => (
              <Button
                key={wish.id}
                className={`${panel.button} ${styles.towards}`}
                style={wish.colour}
                isDisabled={wish.goal === null}
                onPress={() => onWish(wish)}
                data-wish={wish.name}
              >
                {capital(wish.name)}
              </Button>
            ))
          : null}
        <Button
          className={panel.button ?? ''}
          isDisabled={ofChannel === null}
          onPress={() => {
            if (ofChannel) onWish(ofChannel);
          }}
          data-wish="channel"
        >
          {ofChannel ? capital(ofChannel.name) : says.moreOfChannel}
        </Button>
      </div>
      <p className={styles.note}>{trained ? says.chooseChannel : says.notTrained}</p>
    </>
  );
}

function Going({ dream, onStop }: { readonly dream: Dream; readonly onStop: () => void }) {
  const { picture, points, end } = dream;
  const text = dreamText(dream);
  return (
    <>
      {end ? null : (
        <div className={styles.going}>
          <ProgressBar
            className={styles.progress ?? ''}
            aria-label={words.inside.dream.progress}
            maxValue={DREAM_STEPS}
            value={picture?.step ?? 0}
            isIndeterminate={picture === null}
            valueLabel={text}
          >
            {({ percentage = 0 }) => <span className={styles.bar} style={{ width: `${percentage}%` }} />}
          </ProgressBar>
          <Button className={panel.button ?? ''} onPress={onStop} data-stop="">
            {words.inside.dream.stop}
          </Button>
        </div>
      )}
      {/* Spoken when it ends, but not at each step. */}
      <p
        className={end?.status === 'failed' ? styles.failed : styles.note}
        role={end?.status === 'failed' ? 'alert' : end ? 'status' : undefined}
        data-first={points[0]?.score}
        data-last={points.at(-1)?.score}
        data-step={picture?.step}
      >
        {text}
      </p>
      {picture ? <ScoreChart dream={dream} /> : null}
    </>
  );
}
