// What can be wished for: a button for each bin, and one for the chosen channel.

import { Button } from 'react-aria-components/Button';
import { useAppState, useBins } from '../../appContext.ts';
import panel from '../../panel.module.css';
import { capital } from '../../words/phrase.ts';
import { words } from '../../words/words.ts';
import type { ShownStage } from '../stages.ts';
import styles from './DreamPart.module.css';
import { binWishes, channelWish, type Wish } from './wish.ts';

interface Props {
  readonly shown: ShownStage;
  /** The channel that is chosen there. */
  readonly chosen: number | null;
  readonly onWish: (wish: Wish) => void;
}

export function Wishes({ shown, chosen, onWish }: Props) {
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
