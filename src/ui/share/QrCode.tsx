// A QR code as one path: dark on light in both themes, as many readers know no other.

import { useMemo } from 'react';
import { encode } from 'uqr';

interface Props {
  readonly className: string;
  readonly text: string;
  readonly label: string;
}

/** Modules of free space around it, as the standard asks for. */
const BORDER = 4;

export function QrCode({ className, text, label }: Props) {
  const { size, path } = useMemo(() => {
    // M: readable with 15 % of it lost, as to a lamp's reflection.
    const { data, size } = encode(text, { ecc: 'M', border: BORDER });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: dark.join('') };
  }, [text]);
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} data-qr={text}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
