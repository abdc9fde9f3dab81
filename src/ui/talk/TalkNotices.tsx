// What happens during a talk and no slide shows, as a drop that is refused: the talk covers the page's own notices. What the
// page had to say before is not for the audience.

import { useState } from 'react';
import { useApp, useAppState, useProject } from '../appContext.ts';
import { noticeText } from '../noticeText.ts';
import { placeName } from '../useOtherPlaces.ts';
import styles from './TalkMode.module.css';

export function TalkNotices() {
  const { store } = useApp();
  const project = useProject();
  const [last] = useState(() => Math.max(0, ...store.getState().notices.map(({ id }) => id)));
  const notices = useAppState((state) => state.notices);
  // A photo that lies there already is shown instead.
  const news = notices.filter(({ id, kind }) => id > last && kind !== 'already-there');
  return (
    <div className={styles.notices} role="log" data-talk-notices={news.length}>
      {news.map((notice) => (
        <p key={notice.id}>{noticeText(notice, (place) => placeName(project, place))}</p>
      ))}
    </div>
  );
}
