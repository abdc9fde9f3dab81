// On the tile of a photo that a model which had not seen it put into another bin.

import { Button } from 'react-aria-components/Button';
import { doubtKey, doubtsOf } from '../store/doubts.ts';
import type { Photo } from '../store/project.ts';
import { type PhotoWork, sha256Of } from '../store/state.ts';
import { useApp, useAppState, useBins } from './appContext.ts';
import { binColour } from './binColours.ts';
import styles from './DoubtMark.module.css';
import { CloseIcon } from './icons.tsx';
import { signed } from './sentences.ts';
import { words } from './words/words.ts';

export function DoubtMark({ photo, work }: { readonly photo: Photo; readonly work: PhotoWork }) {
  const { actions } = useApp();
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
  const says = words.page.photo;
  const text = says.doubt(bin.label, signed(doubt.score));
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
