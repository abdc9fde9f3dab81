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
  { tail: 64, roof: [132, 160], screen: 236 },
  { tail: 40, roof: [116, 144], screen: 204 },
  { tail: 34, roof: [138, 172], screen: 240 },
];

export function drawModern(dice: Dice, paint: Paint): string {
  const { ink, light, shade, night } = paint;
  const { tail, roof, screen } = dice.pick(CABINS);
  const [a, b] = roof;
  const top = dice.between(78, 92);
  const deck = dice.between(56, 64);
  const scuttle = dice.between(50, 56);
  const nose = dice.between(20, 27);
  const r = dice.between(28, 32);
  const [rear, front] = [62, 240];
  const spokeCount = dice.pick([5, 7, 10]);
  const caliper = dice.pick(['#e2483d', '#f2c12e', '#4aa0d8', '#7fbf3f']);
  const hull = svg`M4 -20L8 -${deck - 6}Q10 -${deck} 20 -${deck}L${tail} -${deck + 2}C${tail + 30} -${top - 6} ${a - 20} -${top} ${a} -${top}Q${b} -${top} ${b + 12} -${top - 6}L${screen} -${scuttle}Q272 -${scuttle - 8} 298 -${nose}Q304 -${nose - 5} 296 -12H14Q4 -12 4 -20Z`;
  const glass = svg`M${tail + 26} -${deck + 2}C${tail + 44} -${top - 8} ${a - 10} -${top - 6} ${a + 4} -${top - 6}Q${b} -${top - 6} ${b + 8} -${top - 12}L${screen - 14} -${scuttle + 2}L${tail + 56} -${scuttle + 1}Z`;
  return svg`<g stroke="${ink}" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round" fill="none">
${dice.chance(0.65) ? wing(dice, deck, paint) : ''}
<path d="${hull}" fill="url(#body)"/>
<path d="${glass}" fill="#262b3a"/>
<path d="M${a + 2} -${top - 10}L${b + 20} -${scuttle + 6}" stroke="#7f94b0" stroke-width="5" opacity="${night ? 0.35 : 0.75}"/>
<path d="M${a - 8} -${top - 6}L${a - 18} -${scuttle + 1}" stroke="${ink}" stroke-width="5"/>
<path d="M${a - 18} -${scuttle - 1}L${a - 12} -18H${screen - 52}L${screen - 34} -${scuttle}" stroke-width="1.7" opacity=".8"/>
<path d="M100 -${scuttle - 6}L${a + 4} -${scuttle - 14}L104 -24L108 -36Z" fill="#201d2a"/>
<path d="M150 -30L206 -34L200 -24L146 -22Z" fill="${shade}" stroke="none"/>
<path d="M24 -${deck - 6}Q120 -${scuttle - 2} 196 -${scuttle - 8}T284 -${nose + 10}" stroke="${light}" stroke-width="2.4"/>
<path d="M8 -20L292 -18L304 -10L298 -6H8L0 -12Z" fill="#24212d"/>
<path d="M246 -${nose + 18}L288 -${nose + 4}L262 -${nose + 8}Z" fill="${night ? '#fff0a8' : '#f4fbff'}"/>
<path d="M6 -${deck - 12}H26L22 -${deck - 18}H6Z" fill="#ff4136"/>
<g fill="#1b1922" stroke="none"><circle cx="${rear}" cy="-${r}" r="${r + 5}"/><circle cx="${front}" cy="-${r}" r="${r + 5}"/></g>
</g>${alloyWheel(spokeCount, rear, -r, r, caliper)}${alloyWheel(spokeCount, front, -r, r, caliper)}`;
}

function wing(dice: Dice, deck: number, { shade }: Paint): string {
  const height = deck + dice.between(16, 26);
  return svg`<path d="M18 -${deck - 2}L14 -${height}M34 -${deck - 2}L30 -${height}" stroke-width="4"/>
<path d="M-6 -${height + 5}L44 -${height - 1}L42 -${height - 6}L-6 -${height - 1}Z" fill="${shade}"/>`;
}
