// One photo, and what a network that knows 1000 things sees in it.

import { topClasses } from '../../../core/topClasses.ts';
import { TRAY } from '../../../store/project.ts';
import { pictureOf } from '../../../store/state.ts';
import { useAppState, usePhotosIn } from '../../appContext.ts';
import { IMAGENETS, imagenetName, percent } from '../../sentences.ts';
import { useWork } from '../../useWork.ts';
import { whileComing, whyNoVerdict } from '../../whyNoVerdict.ts';
import { words } from '../../words/words.ts';
import type { MaybeCat } from '../useTalkPhotos.ts';
import styles from './slides.module.css';

const CLASSES = 5;

export function LookSlide({ cat }: { readonly cat: MaybeCat }) {
  const looked = useLooked(cat);
  const names = useAppState((state) => state.classNames);
  const top = looked.logits ? topClasses(looked.logits, CLASSES) : [];
  return (
    <div className={styles.pair}>
      {looked.url === undefined ? (
        <div className={styles.photo} />
      ) : (
        <img className={styles.photo} src={looked.url} alt={looked.name} />
      )}
      <div>
        <h2 className={styles.title}>{words.talk.look.title}</h2>
        {top.length > 0 ? (
          <ol className={styles.classes}>
            {top.map(({ index, probability }) => (
              <li key={index} data-class={imagenetName(names, index)}>
                <span className={styles.className} lang={IMAGENETS}>
                  {imagenetName(names, index)}
                </span>
                <span className={styles.classBar} aria-hidden="true">
                  <span style={{ width: `${100 * probability}%` }} />
                </span>
                <b>{percent(probability)}</b>
              </li>
            ))}
          </ol>
        ) : (
          <p className={styles.large}>{looked.why}</p>
        )}
        <p className={styles.quiet}>{words.talk.look.how}</p>
      </div>
    </div>
  );
}

interface Looked {
  readonly url?: string | undefined;
  readonly name?: string;
  readonly logits?: Float32Array | null;
  /** Why there are no logits. */
  readonly why: string;
}

/** The cat; where it is not to be had, the first photo to judge. */
function useLooked(cat: MaybeCat): Looked {
  const [first] = usePhotosIn(TRAY);
  const work = useWork(first ?? NOBODY);
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  if (cat === 'coming') return { why: whyNoVerdict({ status: 'reading' }, hasNetwork) };
  if (cat !== 'none') {
    return {
      url: cat.url,
      name: cat.photo.name,
      logits: cat.features?.logits ?? null,
      why: whileComing(hasNetwork),
    };
  }
  if (!first) return { why: words.talk.test.none };
  return {
    url: pictureOf(work)?.thumbnail,
    name: first.name,
    logits: work.status === 'ready' ? work.features.logits : null,
    why: whyNoVerdict(work, hasNetwork),
  };
}

const NOBODY = { key: '', name: '', place: TRAY } as const;
