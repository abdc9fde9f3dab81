// One photo, and what a network that knows 1000 things sees in it.

import { topClasses } from '../../../core/topClasses.ts';
import { photosIn, TRAY } from '../../../store/project.ts';
import { useAppState, useProject } from '../../appContext.ts';
import { imagenetName, percent } from '../../sentences.ts';
import { useWork } from '../../useWork.ts';
import { words } from '../../words/words.ts';
import type { Cat } from '../useTalkPhotos.ts';
import styles from './slides.module.css';

const CLASSES = 5;

export function LookSlide({ cat }: { readonly cat: Cat | null }) {
  const seen = useSeen(cat);
  const names = useAppState((state) => state.classNames);
  const top = seen?.logits ? topClasses(seen.logits, CLASSES) : [];
  return (
    <div className={styles.pair}>
      {seen ? (
        <img className={styles.photo} src={seen.url} alt={seen.name} />
      ) : (
        <div className={styles.photo} />
      )}
      <div>
        <h2 className={styles.title}>{words.talk.look.title}</h2>
        {top.length > 0 ? (
          <ol className={styles.classes}>
            {top.map(({ index, probability }) => (
              <li key={index} data-class={imagenetName(names, index)}>
                <span className={styles.className}>{imagenetName(names, index)}</span>
                <span className={styles.classBar} aria-hidden="true">
                  <span style={{ width: `${100 * probability}%` }} />
                </span>
                <b>{percent(probability)}</b>
              </li>
            ))}
          </ol>
        ) : (
          <p className={styles.large}>{words.page.test.looking}</p>
        )}
        <p className={styles.quiet}>{words.talk.look.how}</p>
      </div>
    </div>
  );
}

/** The cat; where it is not to be had, the first photo to judge. */
function useSeen(cat: Cat | null) {
  const first = photosIn(useProject(), TRAY)[0];
  const work = useWork(first ?? NOBODY);
  if (cat) return { url: cat.url, name: cat.photo.name, logits: cat.features?.logits ?? null };
  if (first && work.status === 'ready') {
    return { url: work.picture.thumbnail, name: first.name, logits: work.features.logits };
  }
  return null;
}

const NOBODY = { key: '', name: '', place: TRAY } as const;
