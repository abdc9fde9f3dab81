// How much photos are like the most similar one of those that were learned from, and the limit below which they are neither.

import { fixed } from '../../ui/sentences.ts';
import { useLabels } from '../article.ts';
import { figures } from '../figures.ts';
import { Drawing, WIDTH } from './Drawing.tsx';

const ROW = 68;
const TOP = 34;
const PADDING = 16;
/** The least similar photo is below 0: it has less of what the cars have than a photo of nothing. */
const RANGE = [-0.25, 1] as const;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function Likeness() {
  const { neither } = useLabels();
  const { limit, others } = figures.neither;
  const nearest = (photos: readonly { readonly nearest: number }[]) => photos.map((photo) => photo.nearest);
  const rows = [
    { name: neither.rows.learned, values: nearest(figures.learned) },
    { name: neither.rows.tests, values: nearest(figures.tests) },
    { name: neither.rows.others, values: nearest(others) },
    { name: neither.rows.cat, values: [figures.catVerdict.nearest] },
  ];
  const height = TOP + rows.length * ROW + 28;
  return (
    <Drawing
      id="likeness"
      height={height}
      name={neither.name}
      description={neither.description}
      caption={neither.caption}
    >
      <path className="boundary" d={`M${x(limit)} ${TOP - 8}V${height - 28}`} />
      <text className="quiet left" x={x(limit) + 4} y={TOP - 14}>
        {`${neither.limit} ${fixed(limit, 2)}`}
      </text>
      {rows.map(({ name, values }, i) => (
        <g key={name}>
          <text x={PADDING} y={TOP + i * ROW + 20}>
            {name}
          </text>
          <path className="rug" d={values.map((value) => `M${x(value)} ${TOP + i * ROW + 32}v22`).join('')} />
        </g>
      ))}
      {TICKS.map((tick) => (
        <text key={tick} className="quiet middle" x={x(tick)} y={height - 6}>
          {fixed(tick, 2)}
        </text>
      ))}
    </Drawing>
  );
}

const x = (value: number): number =>
  PADDING + ((value - RANGE[0]) / (RANGE[1] - RANGE[0])) * (WIDTH - 2 * PADDING - 16);
