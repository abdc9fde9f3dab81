// The cars seen along the boundary, so that the gap lies open: across, each is as far from it as it is in truth.

import { useLabels } from '../article.ts';
import { numberOf } from '../facts.ts';
import { figures } from '../figures.ts';
import { Dot } from './Dot.tsx';
import { Drawing, WIDTH } from './Drawing.tsx';

const HEIGHT = 460;
const PADDING = { side: 24, top: 44, bottom: 64 };

export function Gap() {
  const { gap, bins, boundary } = useLabels();
  const { margin, learned } = figures;
  const aways = learned.map(({ away }) => away);
  const alongs = learned.map(({ along }) => along);
  const x = scale(Math.min(...aways), Math.max(...aways), PADDING.side, WIDTH - PADDING.side);
  const y = scale(Math.min(...alongs), Math.max(...alongs), HEIGHT - PADDING.bottom, PADDING.top);
  return (
    <Drawing id="gap" height={HEIGHT} name={gap.name} description={gap.description} caption={gap.caption}>
      <rect className="strip" x={x(-margin)} y={0} width={x(margin) - x(-margin)} height={HEIGHT} />
      <path className="boundary" d={`M${x(0)} 0V${HEIGHT}`} />
      {learned.map((car) => (
        <Dot key={car.file} x={x(car.away)} y={y(car.along)} bin={car.bin} number={numberOf(car)} />
      ))}
      <text className="quiet" x={x(0) + 8} y={22}>
        {boundary}
      </text>
      <text className="side bin-1 left" x={x(0) - 12} y={HEIGHT - 14}>
        {`← ${bins[0]}`}
      </text>
      <text className="side bin-2" x={x(0) + 12} y={HEIGHT - 14}>
        {`${bins[1]} →`}
      </text>
    </Drawing>
  );
}

const scale = (from: number, to: number, start: number, end: number) => (value: number) =>
  start + ((value - from) / (to - from)) * (end - start);
