// The map's grid: the same distance between the lines both ways, with their numbers.

import { withDecimal } from './evaluationSentences.ts';
import styles from './MapAxes.module.css';
import type { MapScales } from './mapGeometry.ts';
import type { Size } from './useSize.ts';

interface Props {
  readonly scales: MapScales;
  readonly size: Size;
}

export function MapAxes({ scales: { x, y }, size: { width, height } }: Props) {
  const lines = Math.max(2, Math.round(width / 110));
  const across = x.ticks(lines);
  // One step for both axes, so that squares are squares.
  const step = (across[1] ?? 1) - (across[0] ?? 0) || 1;
  const [low, high] = [y.invert(height), y.invert(0)];
  const upwards = Array.from(
    { length: Math.max(0, Math.floor(high / step) - Math.ceil(low / step) + 1) },
    (_, index) => (Math.ceil(low / step) + index) * step,
  );
  const digits = x.tickFormat(lines);
  const format = (value: number) => withDecimal(digits(value));
  return (
    <g>
      {across.map((value) => (
        <g key={value} transform={`translate(${x(value)}, 0)`} data-zero={value === 0 || undefined}>
          <line className={styles.line} y2={height} />
          <text className={styles.number} x={4} y={height - 6}>
            {format(value)}
          </text>
        </g>
      ))}
      {upwards.map((value) => (
        <g key={value} transform={`translate(0, ${y(value)})`} data-zero={value === 0 || undefined}>
          <line className={styles.line} x2={width} />
          <text className={styles.number} x={6} y={-4}>
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}
