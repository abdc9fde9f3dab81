// Little drawn cars of two kinds, round old ones and flat new ones: samples and test fixtures that need no photo.

import { drawClassic } from './drawnCars/classic.ts';
import { rollDice } from './drawnCars/dice.ts';
import { drawModern } from './drawnCars/modern.ts';
import { choosePaint, paintDefs } from './drawnCars/paint.ts';
import { drawScene } from './drawnCars/scene.ts';
import { svg } from './drawnCars/svg.ts';

export type CarKind = 'classic' | 'modern';

export const DRAWING_WIDTH = 480;
export const DRAWING_HEIGHT = 360;

/**
 * A complete SVG picture of one car in its surroundings, 480 x 360.
 * Colour, place, size and direction come from the seed alone: both kinds of one seed share them, so that nothing
 * but the car tells the kinds apart.
 * @param seed a whole number; the same kind and seed give the same text
 */
export function drawCar(kind: CarKind, seed: number): string {
  const dice = rollDice(seed, 0);
  const scale = Math.round(dice.between(0.82, 1.13) * 100) / 100;
  const baseline = dice.between(268, 300);
  // The network sees the centre square (360 wide): the car may touch its edge, but stays on it.
  const play = (360 - 300 * scale) / 2 + 4;
  const middle = 240 + dice.between(-play, play);
  const flip = dice.chance(0.5) ? -1 : 1;
  const scene = drawScene(dice, baseline);
  const paint = choosePaint(rollDice(seed, 1), scene.night);
  const shape = rollDice(seed, 2);
  const car = kind === 'classic' ? drawClassic(shape, paint) : drawModern(shape, paint);
  return svg`<svg xmlns="http://www.w3.org/2000/svg" width="${DRAWING_WIDTH}" height="${DRAWING_HEIGHT}" viewBox="0 0 480 360">
<defs>${paintDefs(paint)}</defs>
${scene.back}
<g transform="translate(${middle} ${baseline}) scale(${String(flip * scale)} ${String(scale)}) translate(-150 0)">
<ellipse cx="150" cy="1" rx="160" ry="9" fill="#1d1830" opacity=".35"/>
${car}
</g>
${scene.front}
</svg>
`;
}
