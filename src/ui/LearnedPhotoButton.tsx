// A photo that was learned from, with a number below it: small, and a press shows its own reasons.

import { Button } from 'react-aria-components/Button';
import { binColour } from './binColours.ts';
import styles from './LearnedPhotoButton.module.css';
import { PhotoFace } from './PhotoFace.tsx';
import { fixed } from './sentences.ts';
import type { LearnedPhoto } from './useLearnedPhotos.ts';
import { useShowPhoto } from './useShowPhoto.ts';

interface Props {
  readonly photo: LearnedPhoto;
  /** What the number says, in full. */
  readonly text: string;
  readonly number: number;
}

export function LearnedPhotoButton({ photo: { key, bin, thumbnail }, text, number }: Props) {
  const showPhoto = useShowPhoto();
  return (
    <Button
      className={styles.photo ?? ''}
      style={binColour(bin)}
      aria-label={text}
      onPress={() => showPhoto(key)}
    >
      <span title={text}>
        <PhotoFace thumbnail={thumbnail} />
        {fixed(number, 2)}
      </span>
    </Button>
  );
}
