// The places, and what stands on their horizon.

import type { Dice } from './dice.ts';
import { darker, lighter, svg } from './svg.ts';

export const PLACES = ['hills', 'city', 'beach', 'mountains', 'desert', 'village', 'studio'] as const;
export type Place = (typeof PLACES)[number];

export interface Light {
  readonly night: boolean;
  /** Darkens a colour at night. */
  dim(colour: string): string;
}

export function drawFar(place: Place, dice: Dice, horizon: number, light: Light): string {
  const ground = (colour: string): string =>
    svg`<rect y="${horizon}" width="480" height="${360 - horizon}" fill="${light.dim(colour)}"/>`;
  switch (place) {
    case 'hills':
      return (
        hill(dice, horizon, light.dim('#a8cf8a'), 70) +
        hill(dice, horizon, light.dim('#84b865'), 40) +
        ground('#7db35a') +
        trees(dice, horizon, light)
      );
    case 'mountains':
      return (
        peaks(dice, horizon, light) +
        hill(dice, horizon, light.dim('#8cb877'), 26) +
        ground('#83b264') +
        trees(dice, horizon, light)
      );
    case 'village':
      return (
        hill(dice, horizon, light.dim('#b5d391'), 50) +
        ground('#8fbd62') +
        houses(dice, horizon, light) +
        trees(dice, horizon, light)
      );
    case 'city':
      return towers(dice, horizon, light) + ground('#b4aeb0');
    case 'beach':
      return sea(dice, horizon, light) + ground('#f0d7a2') + palms(dice, horizon, light);
    case 'desert':
      return mesas(dice, horizon, light) + ground('#e8b673') + cacti(dice, horizon, light);
    case 'studio':
      return '';
  }
}

function several(dice: Dice, low: number, high: number, draw: (i: number) => string): string {
  return Array.from({ length: Math.floor(dice.between(low, high + 1)) }, (_, i) => draw(i)).join('');
}

function hill(dice: Dice, horizon: number, fill: string, height: number): string {
  const [a, b, c] = [0, 0, 0].map(() => horizon - height * dice.between(0.3, 1.5));
  return svg`<path d="M0 ${horizon}V${a ?? 0}Q90 ${b ?? 0} 200 ${horizon - height * 0.5}T480 ${c ?? 0}V${horizon + 2}H0Z" fill="${fill}"/>`;
}

function peaks(dice: Dice, horizon: number, light: Light): string {
  return several(dice, 3, 4, (i) => {
    const [x, h] = [i * 140 + dice.between(-10, 60), dice.between(80, 140)];
    const w = h * dice.between(0.8, 1.1);
    return svg`<path d="M${x - w} ${horizon}L${x} ${horizon - h}L${x + w} ${horizon}Z" fill="${light.dim('#9db0c8')}"/><path d="M${x - w * 0.3} ${horizon - h * 0.7}L${x} ${horizon - h}L${x + w * 0.3} ${horizon - h * 0.7}L${x + w * 0.12} ${horizon - h * 0.62}L${x} ${horizon - h * 0.72}L${x - w * 0.14} ${horizon - h * 0.6}Z" fill="${light.dim('#ffffff')}"/>`;
  });
}

function trees(dice: Dice, horizon: number, light: Light): string {
  const leaf = light.dim(dice.pick(['#4f8f4a', '#6aa84f', '#d98b3a', '#c7583f', '#3f7d5a']));
  return several(dice, 2, 5, () => {
    const [x, s] = [dice.between(0, 480), dice.between(0.7, 1.5)];
    const foot = horizon + dice.between(0, 8);
    const trunk = svg`<rect x="${x - 3 * s}" y="${foot - 26 * s}" width="${6 * s}" height="${26 * s}" fill="${light.dim('#7b5437')}"/>`;
    if (dice.chance(0.35)) {
      return svg`${trunk}<path d="M${x} ${foot - 84 * s}L${x + 20 * s} ${foot - 18 * s}H${x - 20 * s}Z" fill="${leaf}"/><path d="M${x} ${foot - 84 * s}L${x + 20 * s} ${foot - 18 * s}H${x + 4 * s}Z" fill="${darker(leaf, 0.15)}"/>`;
    }
    return svg`${trunk}<circle cx="${x}" cy="${foot - 44 * s}" r="${24 * s}" fill="${leaf}"/><circle cx="${x - 7 * s}" cy="${foot - 51 * s}" r="${12 * s}" fill="${lighter(leaf, 0.22)}"/>`;
  });
}

function houses(dice: Dice, horizon: number, light: Light): string {
  return several(dice, 2, 4, (i) => {
    const x = i * 130 + dice.between(0, 60);
    const [w, h] = [dice.between(54, 80), dice.between(40, 64)];
    const wall = light.dim(dice.pick(['#fbf0dc', '#f6d9b8', '#dfe8e6', '#f4c9bd']));
    const roof = light.dim(dice.pick(['#c8553d', '#a0522d', '#6b7a8f', '#8d4a5b']));
    const pane = light.night ? '#ffd873' : '#8fb8cc';
    const y = horizon + 4;
    return svg`<rect x="${x}" y="${y - h}" width="${w}" height="${h}" fill="${wall}"/><path d="M${x - 8} ${y - h}L${x + w / 2} ${y - h - w * 0.45}L${x + w + 8} ${y - h}Z" fill="${roof}"/>
<rect x="${x + w * 0.18}" y="${y - h * 0.75}" width="${w * 0.22}" height="${h * 0.3}" fill="${pane}"/><rect x="${x + w * 0.6}" y="${y - h * 0.75}" width="${w * 0.22}" height="${h * 0.3}" fill="${pane}"/><rect x="${x + w * 0.4}" y="${y - h * 0.4}" width="${w * 0.2}" height="${h * 0.4}" fill="${roof}"/>`;
  });
}

function towers(dice: Dice, horizon: number, light: Light): string {
  const pane = light.night ? '#ffdf8a' : '#e8eef0';
  let x = -10;
  let all = '';
  while (x < 480) {
    const [w, h] = [dice.between(36, 64), dice.between(50, 150)];
    const wall = light.dim(dice.pick(['#c7b8c9', '#b5c4d3', '#dcc3b0', '#a9b8bd', '#cdb0a8']));
    const panes: string[] = [];
    for (let y = horizon - h + 10; y < horizon - 14; y += 18) {
      for (let px = x + 7; px < x + w - 11; px += 14)
        if (dice.chance(0.75)) panes.push(svg`M${px} ${y}h7v9h-7Z`);
    }
    all += svg`<rect x="${x}" y="${horizon - h}" width="${w}" height="${h + 2}" fill="${wall}"/><path d="${panes}" fill="${pane}" opacity=".8"/>`;
    x += w + dice.between(-2, 10);
  }
  return all;
}

function sea(dice: Dice, horizon: number, light: Light): string {
  const [x, top] = [dice.between(60, 420), horizon - 44];
  const waves = [0, 1, 2, 3, 4, 5].map(
    () => svg`M${dice.between(0, 440)} ${horizon - dice.between(6, 38)}q8 -5 16 0t16 0`,
  );
  return svg`<rect y="${top}" width="480" height="50" fill="${light.dim('#4fb0c6')}"/><path d="${waves}" stroke="${light.dim('#c9eef0')}" stroke-width="2.4" fill="none" stroke-linecap="round"/>
<path d="M${x} ${top + 4}v-40l24 34Z" fill="${light.dim('#fffaf0')}"/><path d="M${x - 4} ${top + 4}v-30l-16 26Z" fill="${light.dim('#f2b5a0')}"/><path d="M${x - 24} ${top + 5}h52l-8 10h-36Z" fill="${light.dim('#a8583c')}"/>`;
}

function palms(dice: Dice, horizon: number, light: Light): string {
  const leaf = light.dim('#4c9a5b');
  return several(dice, 1, 3, () => {
    const [x, h] = [dice.between(0, 480), dice.between(80, 130)];
    const [tx, ty] = [x + dice.between(-14, 14), horizon + 6 - h];
    const fronds = [-46, -28, 28, 46].map(
      (dx) => svg`M${tx} ${ty}q${dx * 0.5} ${-22 + Math.abs(dx) * 0.1} ${dx} ${Math.abs(dx) * 0.4 - 2}`,
    );
    return svg`<path d="M${x} ${horizon + 6}Q${x - 4} ${horizon - h / 2} ${tx} ${ty}" stroke="${light.dim('#a97c50')}" stroke-width="8" fill="none"/><path d="${fronds}M${tx} ${ty}q-4 -16 -16 -26M${tx} ${ty}q6 -16 18 -24" stroke="${leaf}" stroke-width="9" stroke-linecap="round" fill="none"/>`;
  });
}

function mesas(dice: Dice, horizon: number, light: Light): string {
  return several(dice, 2, 3, (i) => {
    const [x, w, h] = [i * 190 + dice.between(-40, 60), dice.between(90, 150), dice.between(40, 90)];
    return svg`<path d="M${x - 16} ${horizon + 2}L${x + 6} ${horizon - h}H${x + w - 6}L${x + w + 16} ${horizon + 2}Z" fill="${light.dim('#c9784f')}"/><path d="M${x} ${horizon - h * 0.7}H${x + w}l5 12H${x - 4}Z" fill="${light.dim('#dd9468')}"/>`;
  });
}

function cacti(dice: Dice, horizon: number, light: Light): string {
  return several(dice, 1, 4, () => {
    const [x, s] = [dice.between(0, 480), dice.between(0.7, 1.3)];
    const y = horizon + 8;
    return svg`<path d="M${x} ${y}v${-52 * s}M${x} ${y - 16 * s}h${-16 * s}v${-16 * s}M${x} ${y - 24 * s}h${16 * s}v${-14 * s}" stroke="${light.dim('#5c8f57')}" stroke-width="${9 * s}" stroke-linecap="round" stroke-linejoin="round" fill="none"/>`;
  });
}
