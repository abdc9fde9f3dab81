// A photo at the network's scale: the centred square in full light, pixel for pixel as the network got it; what was
// cut off stays visible at its sides, dimmed.

import { type ReactNode, useEffect, useRef } from 'react';
import { NETWORK_SIDE } from '../../core/image.ts';
import type { Photo } from '../../store/project.ts';
import type { Picture } from '../../store/state.ts';
import { useApp } from '../appContext.ts';
import { usePhotoUrl } from '../usePhotoUrl.ts';
import styles from './SeenPhoto.module.css';

interface Props {
  readonly photo: Photo;
  readonly picture: Picture;
  /** Lies on the square, whose own colours then make way for it. */
  readonly children?: ReactNode;
}

export function SeenPhoto({ photo, picture, children }: Props) {
  const { pipeline } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const whole = usePhotoUrl(photo.key);
  const scale = NETWORK_SIDE / Math.min(picture.width, picture.height);

  useEffect(() => {
    let stale = false;
    pipeline
      .readSquare(photo.key)
      .then((square) => {
        if (!stale && canvas.current) paint(canvas.current, square);
      })
      // The thumbnail below is the same square; without the exact pixels it has to do.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [pipeline, photo.key]);

  return (
    <div className={styles.stage} data-covered={children ? '' : undefined}>
      <img
        className={styles.whole}
        src={whole}
        alt=""
        style={{ width: picture.width * scale, height: picture.height * scale }}
      />
      <img
        className={styles.square}
        src={picture.thumbnail}
        alt={photo.name}
        width={NETWORK_SIDE}
        height={NETWORK_SIDE}
      />
      <canvas
        ref={canvas}
        className={styles.square}
        width={NETWORK_SIDE}
        height={NETWORK_SIDE}
        data-square=""
      />
      {children}
    </div>
  );
}

/** @param square [224, 224, 3] RGB */
function paint(canvas: HTMLCanvasElement, square: Uint8Array): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(NETWORK_SIDE, NETWORK_SIDE);
  for (let from = 0, to = 0; from < square.length; from += 3, to += 4) {
    image.data.set(square.subarray(from, from + 3), to);
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
