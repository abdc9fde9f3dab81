// Photos of a bin that cannot be used: a tile has room for a word, this for the file, the cause and the remedy.

import { Button } from 'react-aria-components/Button';
import type { Photo } from '../store/project.ts';
import { useApp, useAppState } from './appContext.ts';
import styles from './Problems.module.css';
import panel from './panel.module.css';
import { photos as photoCount, photoProblem } from './sentences.ts';

export function Problems({ photos }: { readonly photos: readonly Photo[] }) {
  const { actions } = useApp();
  const work = useAppState((state) => state.work);
  const failed = photos.flatMap(({ key, name }) => {
    const own = work[key];
    return own?.status === 'failed' ? [{ key, name, problem: photoProblem(own.error) }] : [];
  });
  if (failed.length === 0) return null;
  return (
    <section className={styles.problems} aria-label="Photos that cannot be used" data-problems="">
      <p className={styles.summary}>
        {photoCount(failed.length)} cannot be used.{' '}
        <Button className={panel.link ?? ''} onPress={() => actions.remove(failed.map(({ key }) => key))}>
          Remove {failed.length === 1 ? 'it' : 'them'}
        </Button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul className={styles.list} tabIndex={0} aria-label="Why">
        {failed.map(({ key, name, problem }) => (
          <li key={key} data-problem={name}>
            <b>{name}</b>: {problem}
          </li>
        ))}
      </ul>
    </section>
  );
}
