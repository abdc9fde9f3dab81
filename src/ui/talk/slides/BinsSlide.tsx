// The bins with their photos, coming in one after the other.

import type { CSSProperties } from 'react';
import { type Photo, photosIn } from '../../../store/project.ts';
import { useAppState, useBins, useProject } from '../../appContext.ts';
import { usePictures } from '../../usePictures.ts';
import { words } from '../../words/words.ts';
import { labelStyle } from './labelStyle.ts';
import styles from './slides.module.css';
import { mostPhotos, type Tiling, tileBins, tilePhotos } from './tiling.ts';

const tilingStyle = ({ across, down }: Tiling) => ({ '--across': across, '--down': down }) as CSSProperties;

export function BinsSlide() {
  const bins = useBins();
  const work = useAppState((state) => state.work);
  const project = useProject();
  const most = mostPhotos(bins.length);
  const tiling = tileBins(bins.length);
  // What cannot be used is not learned from.
  const usable = bins.map(({ id }) =>
    photosIn(project, id).filter(({ key }) => work[key]?.status !== 'failed'),
  );
  // In all bins alike, also where one holds less.
  const fullest = Math.max(1, ...usable.map(({ length }) => length));
  const tile = tilePhotos(Math.min(most, fullest), tiling);
  return (
    <div className={styles.whole}>
      <h2 className={styles.title}>{words.talk.bins.title(bins.length)}</h2>
      <ul className={styles.bins} style={tilingStyle(tiling)}>
        {bins.map(({ id, label }, i) => (
          <li key={id} className={styles.bin} style={{ ...labelStyle(i, label), ...tilingStyle(tile) }}>
            <BinPhotos photos={usable[i] ?? []} label={label} most={most} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BinProps {
  readonly photos: readonly Photo[];
  readonly label: string;
  /** Photos that are shown. */
  readonly most: number;
}

function BinPhotos({ photos, label, most }: BinProps) {
  const pictures = usePictures(photos);
  return (
    <>
      <h3 className={styles.binName}>
        {label}{' '}
        <span className={styles.quiet}>
          {photos.length > most
            ? words.talk.bins.some(most, photos.length)
            : words.common.photos(photos.length)}
        </span>
      </h3>
      <div className={styles.binRoom}>
        <ul className={styles.binPhotos}>
          {photos.slice(0, most).map(({ key, name }, i) => {
            const picture = pictures[i];
            return (
              <li key={key} style={{ animationDelay: `${i * 60}ms` }}>
                {picture ? <img src={picture.thumbnail} alt={name} /> : null}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
