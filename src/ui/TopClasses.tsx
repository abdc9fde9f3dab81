// What ImageNet sees in a picture: the five likeliest of its classes.

import { Fragment, useMemo } from 'react';
import { topClasses } from '../core/topClasses.ts';
import type { FeatureVector } from '../core/types.ts';
import { useAppState } from './appContext.ts';
import { IMAGENETS, imagenetName, percent } from './sentences.ts';
import styles from './TopClasses.module.css';
import { words } from './words/words.ts';

/** @param logits null while they are not there: their place is kept */
export function TopClasses({ logits }: { readonly logits: FeatureVector | null }) {
  const names = useAppState((state) => state.classNames);
  const top = useMemo(() => (logits ? topClasses(logits, 5) : []), [logits]);
  // Long names may need more lines than there are.
  const all = top.map(({ index, probability }) => `${imagenetName(names, index)} ${percent(probability)}`);
  return (
    <p
      className={styles.classes}
      title={all.length > 0 ? words.page.test.likeliest(all.join(', ')) : undefined}
    >
      {top.map(({ index, probability }) => (
        <Fragment key={index}>
          <span data-class={imagenetName(names, index)} lang={IMAGENETS}>
            {imagenetName(names, index)} <b>{percent(probability)}</b>
          </span>{' '}
        </Fragment>
      ))}
    </p>
  );
}
