// The heat map on its photo, for paper too: what speaks for the right side is striped, so that grey tells them apart.

import type { HeatMap } from '../../core/heatMap.ts';
import { signed } from '../sentences.ts';
import type { Side } from '../useSides.ts';
import { HEAT_STRENGTH } from '../why/heatSettings.ts';
import { words } from '../words/words.ts';

interface Props {
  /** Of the pattern, different for every picture of the document. */
  readonly id: string;
  readonly map: HeatMap;
  /** A data: address; undefined where there is none. */
  readonly picture: string | undefined;
  readonly left: Side;
  readonly right: Side;
}

export function HeatPicture({ id, map: { side, values }, picture, left, right }: Props) {
  const strongest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const sum = values.reduce((total, value) => total + value, 0);
  const fill = (value: number) => (value < 0 ? left.mark : `url(#${id})`);
  return (
    <figure className="heat" data-heatmap="" data-sum={sum}>
      <svg className="face" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words.report.reasons.map}>
        <pattern
          id={id}
          width={STRIPE}
          height={STRIPE}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${side}) rotate(45)`}
        >
          <rect width={STRIPE} height={STRIPE} style={{ fill: right.mark, fillOpacity: 0.55 }} />
          <rect width={STRIPE / 2} height={STRIPE} style={{ fill: right.mark }} />
        </pattern>
        {picture === undefined ? null : <image href={picture} width={side} height={side} />}
        {Array.from(values, (value, place) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index
            key={place}
            x={place % side}
            y={Math.floor(place / side)}
            width="1"
            height="1"
            style={{ fill: fill(value) }}
            fillOpacity={((HEAT_STRENGTH * Math.abs(value)) / strongest).toFixed(3)}
          />
        ))}
      </svg>
      <figcaption>
        <span style={left.colour}>{`■ ${left.label}`}</span>{' '}
        <span style={right.colour}>{`▨ ${right.label}`}</span>
        <br />
        <span className="quiet">{words.report.reasons.places(values.length, signed(sum, 3))}</span>
      </figcaption>
    </figure>
  );
}

/** A share of the picture's side. */
const STRIPE = 0.03;
