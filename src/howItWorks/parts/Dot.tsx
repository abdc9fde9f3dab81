// A photo in a drawing: its bin by colour and shape, and its number where the text comes back to it.

interface Props {
  readonly x: number;
  readonly y: number;
  readonly bin: number;
  /** From 1. */
  readonly number?: number | undefined;
}

const RADIUS = 7;

export function Dot({ x, y, bin, number }: Props) {
  const size = number === undefined ? RADIUS : RADIUS * 1.5;
  return (
    <g className={`dot bin-${bin + 1}`}>
      {bin === 0 ? (
        <circle cx={x} cy={y} r={size} />
      ) : (
        <rect x={x - size} y={y - size} width={2 * size} height={2 * size} rx={size * 0.25} />
      )}
      {number === undefined ? null : (
        <text x={x} y={y} dy="0.35em">
          {number}
        </text>
      )}
    </g>
  );
}
