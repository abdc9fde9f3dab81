// Round, upright, old cars, seen from the side and facing right: 300 wide, standing on y = 0.

import type { Dice } from './dice.ts';
import { CHROME, type Paint } from './paint.ts';
import { lighter, mix, svg } from './svg.ts';
import { drawTourer } from './tourer.ts';
import { type OldWheel, oldWheel } from './wheels.ts';

export function drawClassic(dice: Dice, paint: Paint): string {
  const draw = dice.pick([drawSaloon, drawSaloon, drawBubble, drawBubble, drawTourer]);
  return draw(dice, paint);
}

/** The parts that saloon and bubble share; the hull and its windows differ. */
interface Shape {
  readonly hull: string;
  readonly windows: readonly string[];
  /** Light on the glass. */
  readonly gleam: string;
  /** Door edges and louvres. */
  readonly lines: string;
  /** Height of the waist, where the chrome strip runs, from x = `from` to `to`. */
  readonly waist: number;
  readonly strip: readonly [number, number];
  readonly wheels: readonly [number, number];
  readonly radius: number;
  /** Lower end of the hull's front. */
  readonly nose: number;
  readonly lamp: readonly [number, number];
}

/** A saloon of the thirties: tall cabin, long bonnet with louvres. */
function drawSaloon(dice: Dice, paint: Paint): string {
  const roof = dice.between(148, 170);
  const back = dice.between(10, 26);
  const screen = dice.between(166, 182);
  const frame = roof - 14;
  const louvres = [0, 1, 2, 3, 4].map((i) => svg`M${200 + i * 9} -84l-3 26`);
  return assemble(dice, paint, {
    hull: svg`M34 -26C${back} -56 ${back} -96 38 -116C54 -${roof} 84 -${roof} 116 -${roof}C148 -${roof} ${screen - 10} -${roof - 12} ${screen} -108C206 -108 238 -106 258 -96Q272 -64 266 -26Z`,
    windows: [
      svg`M54 -106C56 -128 72 -${frame} 98 -${frame}L102 -106Z`,
      svg`M111 -106L109 -${frame}C138 -${frame} ${screen - 22} -${frame - 8} ${screen - 12} -106Z`,
    ],
    gleam: svg`M76 -114l10 -16M124 -114l10 -16`,
    lines: svg`M105 -${frame + 4}L106 -28M${screen - 4} -102L${screen - 8} -28${louvres}`,
    waist: 99,
    strip: [34, 252],
    wheels: [62, 234],
    radius: dice.between(31, 36),
    nose: 266,
    lamp: [262, -94],
  });
}

/** A small car that is all curves. */
function drawBubble(dice: Dice, paint: Paint): string {
  const roof = dice.between(140, 158);
  const peak = dice.between(112, 130);
  const frame = roof - 13;
  return assemble(dice, paint, {
    hull: svg`M22 -26C2 -84 46 -${roof} ${peak} -${roof}C${peak + 42} -${roof} 170 -114 186 -94C232 -94 270 -80 276 -26Z`,
    windows: [
      svg`M54 -90C62 -116 84 -${frame} ${peak - 16} -${frame}L${peak - 12} -90Z`,
      svg`M${peak - 4} -90L${peak - 6} -${frame}C${peak + 28} -${frame} 158 -108 167 -90Z`,
    ],
    gleam: svg`M${peak - 36} -100l11 -18M${peak + 10} -100l11 -18`,
    lines: svg`M${peak - 9} -${frame}L${peak - 8} -28M178 -88Q186 -60 178 -28`,
    waist: 82,
    strip: [28, 236],
    wheels: [64, 234],
    radius: dice.between(30, 34),
    nose: 270,
    lamp: [258, -84],
  });
}

function assemble(dice: Dice, paint: Paint, shape: Shape): string {
  const { ink, glass, body, light, shade, night } = paint;
  const { radius: r, waist, nose } = shape;
  const [rear, front] = shape.wheels;
  const [lampX, lampY] = shape.lamp;
  const style = dice.pick<OldWheel>(['cap', 'cap', 'wire']);
  // Wings in another tone were common; which tone does not depend on the colour.
  const wing = dice.chance(0.4) ? mix(body, '#241f33', 0.55) : body;
  const wingLight = lighter(wing, 0.35);
  const top = 2 * r + 14;
  const wing1 = svg`M${rear - 50} -20C${rear - 58} -${top - 10} ${rear - 30} -${top} ${rear} -${top}C${rear + 32} -${top} ${rear + 44} -50 ${rear + 66} -20Z`;
  const wing2 = svg`M${front - 74} -20C${front - 50} -40 ${front - 46} -${top} ${front + 4} -${top}C${front + 40} -${top} ${front + 58} -54 ${front + 56} -30Q${front + 52} -24 ${front + 44} -26Z`;
  return svg`<g stroke="${ink}" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round" fill="none">
<path d="M10 -34H-4Q-10 -34 -10 -28T-4 -22H14Z" fill="${CHROME}"/>
<path d="${shape.hull}" fill="url(#body)"/>
${shape.windows.map((d) => svg`<path d="${d}" fill="${glass}"/>`)}
<path d="${shape.gleam}" stroke="#fff" stroke-width="4" opacity="${night ? 0.25 : 0.8}"/>
<path d="${shape.lines}" stroke-width="1.8" opacity=".75"/>
<path d="M${shape.strip[0]} -${waist}H${shape.strip[1]}" stroke="#eef2f4" stroke-width="3.4"/>
<path d="M88 -${waist - 12}h12M${shape.wheels[0] + 96} -${waist - 12}h-12" stroke="#eef2f4" stroke-width="4"/>
<path d="M${nose - 10} -86Q${nose + 12} -60 ${nose + 4} -28H${nose - 12}Q${nose - 4} -62 ${nose - 10} -86Z" fill="${CHROME}"/>
<path d="M${nose - 5} -74h7M${nose - 4} -65h9M${nose - 4} -56h10M${nose - 4} -47h10" stroke-width="1.6"/>
<path d="${wing1}" fill="${wing}"/><path d="${wing2}" fill="${wing}"/>
<path d="M${rear - 34} -${top - 26}Q${rear - 22} -${top - 7} ${rear} -${top - 7}M${front - 28} -${top - 20}Q${front - 16} -${top - 7} ${front + 6} -${top - 7}" stroke="${wingLight}" stroke-width="4"/>
<rect x="${rear + 34}" y="-24" width="${front - rear - 76}" height="8" rx="3" fill="${shade}"/>
<path d="M${rear + 42} -21H${front - 50}" stroke="${light}" stroke-width="2"/>
<path d="M${nose - 2} -36H${nose + 30}Q${nose + 38} -36 ${nose + 38} -29T${nose + 30} -22H${nose - 2}Z" fill="${CHROME}"/>
<path d="M${lampX - 20} ${lampY}Q${lampX - 8} ${lampY - 16} ${lampX + 4} ${lampY - 14}V${lampY + 14}Q${lampX - 10} ${lampY + 14} ${lampX - 20} ${lampY}Z" fill="${CHROME}"/>
<ellipse cx="${lampX + 5}" cy="${lampY}" rx="9" ry="14" fill="${night ? '#ffe27a' : '#fff3c4'}"/>
<g fill="#2a2530" stroke="none"><circle cx="${rear}" cy="-${r}" r="${r + 4}"/><circle cx="${front}" cy="-${r}" r="${r + 4}"/></g>
</g>${oldWheel(style, rear, -r, r, paint)}${oldWheel(style, front, -r, r, paint)}`;
}
