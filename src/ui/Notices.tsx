// What no tile can say: spoken by screen readers, seen in the corner until dismissed.

import { Button } from 'react-aria-components/Button';
import { useApp, useAppState, useProject } from './appContext.ts';
import { CloseIcon } from './icons.tsx';
import styles from './Notices.module.css';
import { noticeText } from './sentences.ts';
import { placeName } from './useOtherPlaces.ts';

export function Notices() {
  const { actions } = useApp();
  const notices = useAppState((state) => state.notices);
  const project = useProject();
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice} data-notice={notice.kind}>
          <p>{noticeText(notice, (place) => placeName(project, place))}</p>
          <Button
            className={styles.close ?? ''}
            aria-label="Dismiss"
            onPress={() => actions.dismiss(notice.id)}
          >
            <CloseIcon />
          </Button>
        </div>
      ))}
    </div>
  );
}
