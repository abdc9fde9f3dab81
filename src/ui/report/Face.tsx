// A photo's centred square, as the network saw it.

import { words } from '../words/words.ts';
import type { Pictures } from './loadPictures.ts';

interface Props {
  readonly sha256: string;
  /** What it shows; empty where its name stands beside it. */
  readonly name: string;
  readonly pictures: Pictures;
}

export function Face({ sha256, name, pictures }: Props) {
  const picture = pictures.get(sha256);
  return picture === undefined ? (
    <span className="face missing">{words.report.noPicture}</span>
  ) : (
    <img className="face" src={picture} alt={name} />
  );
}
