// Photos of a bin that cannot be used: a tile has room for a word, this for the file, the cause and the remedy.

import { Button } from 'react-aria-components/Button';
import type { Photo } from '../store/project.ts';
import { useApp, useAppState } from './appContext.ts';
import styles from './Problems.module.css';
import panel from './panel.module.css';
import { photoProblem } from './sentences.ts';
import { words } from './words/words.ts';

export function Problems({ photos }: { readonly photos: readonly Photo[] }) {
  const { actions } = useApp();
  const work = useAppState((state) => state.work);
  const failed = photos.flatMap(({ key, name }) => {
    const own = work[key];
    return own?.status === 'failed' ? [{ key, name, problem: photoProblem(own.error) }] : [];
  });
  if (failed.length === 0) return null;
  const says = words.problems;
  return (
    <section className={styles.problems} aria-label={says.unusable} data-problems="">
      <p className={styles.summary}>
        {says.areUnusable(failed.length)}{' '}
        <Button className={panel.link ?? ''} onPress={() => actions.remove(failed.map(({ key }) => key))}>
          {says.removeThem(failed.length)}
        </Button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul className={styles.list} tabIndex={0} aria-label={says.why}>
        {failed.map(({ key, name, problem }) => (
          <li key={key} data-problem={name}>
            {says.reason(name, problem)}
          </li>
        ))}
      </ul>
    </section>
  );
}
