// On the tile of a photo that a model which had not seen it put into another bin.

import { Button } from 'react-aria-components/Button';
import { doubtKey, doubtsOf } from '../store/doubts.ts';
import type { Bin, Photo } from '../store/project.ts';
import { type PhotoWork, sha256Of } from '../store/state.ts';
import { useApp, useAppState, useBins } from './appContext.ts';
import { binColour } from './binColours.ts';
import styles from './DoubtMark.module.css';
import { CloseIcon } from './icons.tsx';
import { signed } from './sentences.ts';
import { words } from './words/words.ts';

interface ShownDoubt {
  /** Where it looks as if it belonged, and that bin's place on the page. */
  readonly bin: Bin;
  readonly index: number;
  readonly text: string;
}

/** null where a photo lies well. */
export function useDoubt(photo: Photo, work: PhotoWork): ShownDoubt | null {
  const bins = useBins();
  const sha256 = sha256Of(work) ?? '';
  // While the next evaluation is on its way the last one's doubts stay; when it failed they go.
  const doubt = useAppState(({ evaluation, evaluationError, trained }) =>
    doubtsOf(evaluationError && evaluation?.of !== trained ? null : evaluation).get(
      doubtKey(photo.place, sha256),
    ),
  );
  const index = bins.findIndex(({ id }) => id === doubt?.binId);
  const bin = bins[index];
  if (!doubt || !bin) return null;
  return { bin, index, text: words.page.photo.doubt(bin.label, signed(doubt.score)) };
}

interface Props {
  readonly photo: Photo;
  readonly doubt: ShownDoubt;
}

export function DoubtMark({ photo, doubt: { bin, index, text } }: Props) {
  const { actions } = useApp();
  const says = words.page.photo;
  return (
    <div className={styles.doubt} style={binColour(index)} data-doubt={bin.label} title={text}>
      <Button
        className={`${styles.button} ${styles.move}`}
        aria-label={says.aboutDoubtMove(photo.name, text, bin.label)}
        onPress={() => actions.move([photo.key], bin.id)}
      >
        {says.doubtMove(bin.label)}
      </Button>
      <Button
        className={styles.button ?? ''}
        aria-label={says.takeOut(photo.name)}
        onPress={() => actions.remove([photo.key])}
      >
        <CloseIcon />
      </Button>
    </div>
  );
}
