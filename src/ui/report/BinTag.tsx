// A bin's name with its mark and colour, as everywhere.

import { binColour } from '../binColours.ts';
import { BinMark } from '../evaluation/BinMark.tsx';

interface Props {
  readonly label: string;
  /** Its place on the page; below 0 it is neutral and has no mark. */
  readonly bin: number;
}

export function BinTag({ label, bin }: Props) {
  return (
    <span className="bin" style={binColour(bin)}>
      {bin < 0 ? null : <BinMark bin={bin} />}
      {label}
    </span>
  );
}
