// What no tile can say: spoken by screen readers, seen in the corner until dismissed.

import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { isLasting } from '../store/lastingNotices.ts';
import { useApp, useAppState, useProject } from './appContext.ts';
import { CloseIcon } from './icons.tsx';
import styles from './Notices.module.css';
import { noticeText } from './noticeText.ts';
import { placeName } from './useOtherPlaces.ts';
import { words } from './words/words.ts';

/** Milliseconds that a notice stays, unless somebody is reading it. */
const STAY = 12_000;

export function Notices() {
  const { actions } = useApp();
  const notices = useAppState((state) => state.notices);
  const project = useProject();
  const [isRead, setIsRead] = useState(false);
  const oldest = notices.find((notice) => !isLasting(notice))?.id;

  useEffect(() => {
    // A notice that is dismissed takes the focus with it, and no event says that nobody reads any more.
    if (oldest === undefined) setIsRead(false);
  }, [oldest]);

  useEffect(() => {
    if (oldest === undefined || isRead) return;
    const timer = setTimeout(() => actions.dismiss(oldest), STAY);
    return () => clearTimeout(timer);
  }, [actions, oldest, isRead]);

  return (
    <div
      className={styles.notices}
      // Each is read out when it comes, and none again because of another.
      role="log"
      aria-label={words.problems.notices.title}
      // Also while a dialog covers the page.
      data-react-aria-top-layer="true"
      onPointerEnter={() => setIsRead(true)}
      onPointerLeave={() => setIsRead(false)}
      onFocus={() => setIsRead(true)}
      onBlur={() => setIsRead(false)}
    >
      <Opening />
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice} data-notice={notice.kind}>
          <p>{noticeText(notice, (place) => placeName(project, place))}</p>
          <Button
            className={styles.close ?? ''}
            aria-label={words.problems.notices.dismiss}
            onPress={() => actions.dismiss(notice.id)}
          >
            <CloseIcon />
          </Button>
        </div>
      ))}
    </div>
  );
}

/** A project file of many photos takes a while. */
function Opening() {
  const name = useAppState(({ opening }) => opening[0]);
  return name === undefined ? null : (
    <div className={`${styles.notice} ${styles.opening}`} data-opening={name}>
      <p>{words.problems.notices.opening(name)}</p>
    </div>
  );
}
