// The frame of a drawing: its words for those who do not see it, and its caption.

import type { ReactNode } from 'react';

interface Props {
  /** A few letters, the same in every language. */
  readonly id: string;
  readonly height: number;
  readonly name: string;
  readonly description: string;
  readonly caption: ReactNode;
  readonly children: ReactNode;
}

/** Units of a drawing. */
export const WIDTH = 640;

export function Drawing({ id, height, name, description, caption, children }: Props) {
  return (
    <figure className="drawing">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={name}
        aria-describedby={`${id}-description`}
        data-drawing={id}
      >
        <desc id={`${id}-description`}>{description}</desc>
        {children}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
