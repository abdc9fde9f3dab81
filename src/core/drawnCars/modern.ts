// Flat, wedge-shaped, low sports cars, seen from the side and facing right: 300 wide, standing on y = 0.

import type { Dice } from './dice.ts';
import type { Paint } from './paint.ts';
import { svg } from './svg.ts';
import { alloyWheel } from './wheels.ts';

/** Where the cabin sits: in front of the engine, or far back behind a long bonnet. */
interface Cabin {
  /** Where the roof begins to rise, its two shoulders, and the foot of the windscreen. */
  readonly tail: number;
  readonly roof: readonly [number, number];
  readonly screen: number;
}

const CABINS: readonly [Cabin, ...Cabin[]] = [
  { tail: 66, roof: [126, 152], screen: 214 },
  { tail: 34, roof: [104, 130], screen: 190 },
  { tail: 46, roof: [120, 146], screen: 206 },
];

export function drawModern(dice: Dice, paint: Paint): string {
  const { ink, light, shade, night } = paint;
  const { tail, roof, screen } = dice.pick(CABINS);
  const [a, b] = roof;
  const r = dice.between(24, 27.5);
  const haunch = 2 * r + dice.between(9, 12);
  const wing = 2 * r + dice.between(6, 8);
  const top = haunch + dice.between(16, 25);
  const nose = dice.between(19, 25);
  const sill = wing - 3;
  const [rear, front] = [60, 242];
  const spokeCount = dice.pick([5, 7, 10]);
  const caliper = dice.pick(['#e2483d', '#f2c12e', '#4aa0d8', '#7fbf3f']);
  const hull = svg`M4 -20L6 -${haunch - 10}Q8 -${haunch - 1} 20 -${haunch - 2}L${tail} -${haunch}C${tail + 30} -${top - 8} ${a - 22} -${top} ${a} -${top}Q${b} -${top} ${b + 12} -${top - 5}L${screen} -${sill + 1}Q${(screen + front) / 2} -${wing - 6} ${front + 2} -${wing}C266 -${wing - 3} 286 -${nose + 13} 298 -${nose}Q304 -${nose - 5} 296 -12H14Q4 -12 4 -20Z`;
  const glass = svg`M${tail + 24} -${haunch - 1}C${tail + 42} -${top - 9} ${a - 14} -${top - 6} ${a + 2} -${top - 6}Q${b} -${top - 6} ${b + 8} -${top - 10}L${screen - 12} -${sill + 2}L${tail + 56} -${sill + 1}Z`;
  return svg`<g stroke="${ink}" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round" fill="none">
<circle cx="5" cy="-15" r="4.5" fill="#8d95a1"/>
${dice.chance(0.75) ? drawSpoiler(dice, haunch, paint) : ''}
<path d="${hull}" fill="url(#body)"/>
<path d="${glass}" fill="#262b3a"/>
<path d="M${a + 4} -${top - 11}L${b + 14} -${sill + 9}" stroke="#8fa6c4" stroke-width="4.5" opacity="${night ? 0.35 : 0.8}"/>
<path d="M${b + 2} -${top - 5}L${screen - 34} -${sill + 1}" stroke="url(#body)" stroke-width="4"/>
<path d="M${a - 12} -${top - 5}L${a - 20} -${sill + 1}" stroke="${ink}" stroke-width="5"/>
<path d="M${a - 20} -${sill - 1}Q${a - 26} -34 ${a - 8} -18H${screen - 16}Q${screen - 12} -34 ${screen - 30} -${sill}" stroke-width="1.7" opacity=".8"/>
<path d="M${a + 2} -${sill - 9}h14" stroke-width="3"/>
<path d="M${rear + r + 9} -${haunch - 16}L${rear + r + 34} -${haunch - 12}Q${rear + r + 18} -36 ${rear + r + 15} -24Q${rear + r + 12} -36 ${rear + r + 9} -${haunch - 16}Z" fill="#201d2a"/>
<path d="M${a + 6} -25L204 -32L198 -22L${a + 6} -20Z" fill="${shade}" stroke="none"/>
<path d="M26 -${haunch - 8}Q120 -${sill - 4} 196 -${sill - 5}T280 -${nose + 11}" stroke="${light}" stroke-width="2.6"/>
<path d="M${screen - 40} -${sill + 3}q2 -9 12 -8q6 2 3 8Z" fill="url(#body)"/>
<path d="M10 -18L290 -16L304 -9L298 -5H10L2 -11Z" fill="#24212d"/>
<path d="M256 -${wing - 10}L288 -${nose + 7}L264 -${nose + 14}Z" fill="${night ? '#ffe98f' : '#f4fbff'}"/>
<path d="M6 -${haunch - 12}H28L24 -${haunch - 18}H6Z" fill="#ff4136"/>
<g fill="#1b1922"><circle cx="${rear}" cy="-${r}" r="${r + 3.5}"/><circle cx="${front}" cy="-${r}" r="${r + 3.5}"/></g>
</g>${alloyWheel(spokeCount, rear, -r, r, caliper)}${alloyWheel(spokeCount, front, -r, r, caliper)}`;
}

function drawSpoiler(dice: Dice, deck: number, { shade }: Paint): string {
  const height = deck + dice.between(14, 22);
  return svg`<path d="M20 -${deck - 4}L14 -${height}M36 -${deck - 4}L30 -${height}" stroke-width="4"/>
<path d="M-6 -${height + 5}L44 -${height - 1}L42 -${height - 6}L-6 -${height - 1}Z" fill="${shade}"/>`;
}
