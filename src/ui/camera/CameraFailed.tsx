// There is no picture: why, and what to do.

import { Button } from 'react-aria-components/Button';
import { CameraIcon } from '../icons.tsx';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './CameraFailed.module.css';
import type { CameraProblem } from './cameraProblem.ts';

interface Props {
  readonly problem: CameraProblem;
  readonly onTryAgain: () => void;
}

export function CameraFailed({ problem: { code, reason }, onTryAgain }: Props) {
  return (
    <div className={styles.failed}>
      <CameraIcon />
      <p className={styles.sentence} role="alert">
        {words.camera.problem[code](reason)}
      </p>
      <Button className={panel.button ?? ''} onPress={onTryAgain}>
        {words.camera.again}
      </Button>
    </div>
  );
}
