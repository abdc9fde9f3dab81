// A bar in a table, from one value to another.

interface Props {
  readonly from: number;
  readonly to: number;
  /** What the whole width stands for. */
  readonly range: readonly [number, number];
  /** Whose colour it has; null for ink. */
  readonly bin?: number | null;
}

export function Bar({ from, to, range: [least, most], bin = null }: Props) {
  const x = (value: number) => ((value - least) / (most - least)) * WIDTH;
  const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      {least < 0 ? <path className="zero" d={`M${x(0)} 0V10`} /> : null}
      <rect
        className={bin === null ? 'ink' : `bin-${bin + 1}`}
        x={left}
        y={2}
        width={Math.max(right - left, LEAST)}
        height={6}
      />
    </svg>
  );
}

const WIDTH = 100;
/** What is nearly nothing is seen still. */
const LEAST = 0.5;
