// The photo's square, large: with a channel laid over it, or as it is dreamt anew.

import { useLayoutEffect, useRef } from 'react';
import type { ChannelMap } from '../../core/featureMaps.ts';
import type { Photo } from '../../store/project.ts';
import type { Picture as PhotoPicture } from '../../store/state.ts';
import { usePhotoUrl } from '../usePhotoUrl.ts';
import { Compared } from './dream/Compared.tsx';
import type { Dream } from './dream/useDream.ts';
import styles from './Picture.module.css';
import { paintShade } from './paintChannel.ts';

export interface Overlay {
  readonly map: ChannelMap;
  readonly side: number;
}

interface Props {
  readonly photo: Photo;
  readonly picture: PhotoPicture;
  readonly overlay: Overlay | null;
  readonly dream: Dream | null;
}

export function Picture({ photo, picture, overlay, dream }: Props) {
  // Finer than the thumbnail, which stands in for it until it is there.
  const whole = usePhotoUrl(photo.key);
  return (
    <div className={styles.frame}>
      <img className={styles.layer} src={whole ?? picture.thumbnail} alt={photo.name} />
      {dream?.picture ? (
        <Compared picture={dream.picture} isOver={dream.end !== null} />
      ) : overlay ? (
        <Shade overlay={overlay} />
      ) : null}
    </div>
  );
}

function Shade({ overlay: { map, side } }: { readonly overlay: Overlay }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current) paintShade(canvas.current, map, side);
  }, [map, side]);
  // The browser smooths the few places over the photo; the channel's own picture has them as they are.
  return (
    <canvas ref={canvas} className={styles.layer} width={side} height={side} data-over-photo={map.channel} />
  );
}
