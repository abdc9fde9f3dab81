// The cars on the page's own map: the two directions in which they differ most, and the boundary where it crosses them.

import { useLabels } from '../article.ts';
import { numberOf } from '../facts.ts';
import { figures } from '../figures.ts';
import { Dot } from './Dot.tsx';
import { Drawing, WIDTH } from './Drawing.tsx';

const HEIGHT = 400;
/** Around the outermost dots; below them there is room for the bins' names. */
const PADDING = 24;
const BELOW = 44;
const MIDDLE = (HEIGHT - BELOW) / 2;

export function CarMap() {
  const { map, bins, boundary } = useLabels();
  const { x, y, turn } = mapScales();
  const [top, bottom] = [turn(0), turn(HEIGHT)];
  return (
    <Drawing id="map" height={HEIGHT} name={map.name} description={map.description} caption={map.caption}>
      <path className="boundary" d={`M${top} 0L${bottom} ${HEIGHT}`} />
      {figures.learned.map((car) => (
        <Dot key={car.file} x={x(car.map[0])} y={y(car.map[1])} bin={car.bin} number={numberOf(car)} />
      ))}
      <text className="side bin-1 left" x={bottom - 16} y={HEIGHT - 14}>
        {`← ${bins[0]}`}
      </text>
      <text className="side bin-2" x={bottom + 16} y={HEIGHT - 14}>
        {`${bins[1]} →`}
      </text>
      <text className="quiet" x={top + 12} y={22}>
        {boundary}
      </text>
    </Drawing>
  );
}

/** The same units along both axes; `turn`: where the boundary is at a height, in units of the drawing. */
function mapScales() {
  const places = figures.learned.map((car) => car.map);
  const [left, right] = extent(places.map(([px]) => px));
  const [low, high] = extent(places.map(([, py]) => py));
  const unit = Math.min((WIDTH - 2 * PADDING) / (right - left), (MIDDLE * 2 - 2 * PADDING) / (high - low));
  const x = (value: number) => WIDTH / 2 + (value - (left + right) / 2) * unit;
  const y = (value: number) => MIDDLE - (value - (low + high) / 2) * unit;
  const {
    normal: [a, b],
    bias,
  } = figures.map;
  const turn = (height: number) => x(-(b * ((MIDDLE - height) / unit + (low + high) / 2) + bias) / a);
  return { x, y, turn };
}

const extent = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
