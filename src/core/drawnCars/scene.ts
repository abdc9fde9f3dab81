// Where the car stands. 480 x 360. The kind of car has no say in it.

import type { Dice } from './dice.ts';
import { drawFar, type Light, PLACES, type Place } from './far.ts';
import { darker, svg } from './svg.ts';

export interface Scene {
  /** Behind the car. */
  readonly back: string;
  /** In front of its wheels. */
  readonly front: string;
  readonly night: boolean;
}

interface Sky {
  readonly top: string;
  readonly bottom: string;
  readonly cloud: string;
  readonly night: boolean;
}

const SKIES: readonly [Sky, ...Sky[]] = [
  { top: '#7cc4ec', bottom: '#e4f4f5', cloud: '#ffffff', night: false },
  { top: '#a5dbe8', bottom: '#fdf3d8', cloud: '#fffdf5', night: false },
  { top: '#f6a86b', bottom: '#fde3b4', cloud: '#fff0dc', night: false },
  { top: '#c9b3e0', bottom: '#fbd9d3', cloud: '#fff2f4', night: false },
  { top: '#1f2a55', bottom: '#5a5f96', cloud: '#8288b5', night: true },
];

const WALLS = ['#f2dcc0', '#cfe3dc', '#e9c9c4', '#d6d2e8', '#f4efe6', '#bcd0de'] as const;

export function drawScene(dice: Dice, baseline: number): Scene {
  const place = dice.pick(PLACES);
  if (place === 'studio') return drawStudio(dice, baseline);
  const sky = dice.pick(SKIES);
  const horizon = baseline - dice.between(38, 56);
  const light: Light = { night: sky.night, dim: (colour) => (sky.night ? darker(colour, 0.55) : colour) };
  const back = svg`<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky.top}"/><stop offset="1" stop-color="${sky.bottom}"/></linearGradient></defs>
<rect width="480" height="360" fill="url(#sky)"/>${drawLights(dice, sky)}${drawClouds(dice, sky)}
${drawFar(place, dice, horizon, light)}${drawRoad(place, baseline, light)}`;
  return { back, front: drawVerge(place, dice, baseline, light), night: sky.night };
}

function drawStudio(dice: Dice, baseline: number): Scene {
  const wall = dice.pick(WALLS);
  const floor = darker(wall, 0.16);
  const line = baseline - dice.between(34, 60);
  const back = svg`<rect width="480" height="360" fill="${wall}"/><circle cx="${dice.between(160, 320)}" cy="${line - 70}" r="${dice.between(90, 140)}" fill="#fff" opacity=".35"/><path d="M0 ${line}H480V360H0Z" fill="${floor}"/>`;
  return { back, front: '', night: false };
}

/** Sun, or moon and stars. */
function drawLights(dice: Dice, { night }: Sky): string {
  const [x, y, r] = [dice.between(70, 410), dice.between(40, 90), dice.between(18, 30)];
  if (!night) {
    if (dice.chance(0.35)) return '';
    return svg`<circle cx="${x}" cy="${y}" r="${r * 1.6}" fill="#fff3b0" opacity=".5"/><circle cx="${x}" cy="${y}" r="${r}" fill="#ffd95c"/>`;
  }
  const stars = Array.from(
    { length: 26 },
    () =>
      svg`<circle cx="${dice.between(0, 480)}" cy="${dice.between(0, 170)}" r="${dice.between(0.8, 2)}" fill="#fff4cf"/>`,
  );
  return svg`${stars}<path d="M${x} ${y - r}A${r} ${r} 0 1 0 ${x + r} ${y + r * 0.5}A${r * 1.05} ${r * 1.05} 0 0 1 ${x} ${y - r}Z" fill="#fbeebc"/>`;
}

function drawClouds(dice: Dice, { cloud }: Sky): string {
  const count = Math.floor(dice.between(0, 4));
  return Array.from({ length: count }, () => {
    const [x, y, s] = [dice.between(30, 430), dice.between(30, 120), dice.between(0.7, 1.4)];
    return svg`<path transform="translate(${x} ${y}) scale(${Math.round(s * 100) / 100})" d="M-34 10a14 14 0 0 1 4 -27a20 20 0 0 1 36 -6a15 15 0 0 1 26 12a11 11 0 0 1 2 21Z" fill="${cloud}" opacity=".9"/>`;
  }).join('');
}

function drawRoad(place: Place, baseline: number, { dim }: Light): string {
  const top = baseline - 26;
  if (place === 'beach' || place === 'desert') {
    return svg`<path d="M0 ${top + 4}Q240 ${top - 6} 480 ${top + 4}V${baseline + 34}Q240 ${baseline + 24} 0 ${baseline + 34}Z" fill="${dim('#d9b886')}"/>`;
  }
  const dashes = [10, 112, 214, 316, 418].map((x) => svg`M${x} ${baseline + 14}h52`);
  return svg`<rect y="${top}" width="480" height="62" fill="${dim('#8b8793')}"/><rect y="${top}" width="480" height="4" fill="${dim('#b9b3b0')}"/>
<path d="${dashes}" stroke="${dim('#f6ecd2')}" stroke-width="4" stroke-linecap="round"/>`;
}

const GROUND: Readonly<Record<Place, string>> = {
  hills: '#6da54a',
  city: '#a9a4a6',
  beach: '#eccf96',
  mountains: '#7fae62',
  desert: '#e0a763',
  village: '#88b558',
  studio: '#ffffff',
};

const FLOWERS = ['#fff6e0', '#f7c948', '#f08a8a', '#c9a0e8'] as const;

/** The near edge of the road: a verge with grass, and flowers where they grow. */
function drawVerge(place: Place, dice: Dice, baseline: number, { dim }: Light): string {
  const top = baseline + 36;
  const ground = dim(GROUND[place]);
  const verge = svg`<path d="M0 ${top}Q120 ${top - 6} 240 ${top}T480 ${top - 2}V360H0Z" fill="${ground}"/>`;
  if (place === 'city') return verge;
  const spot = (): readonly [number, number] => [dice.between(0, 480), top + dice.between(10, 46)];
  const blades = Array.from({ length: 12 }, () => {
    const [x, y] = spot();
    return svg`M${x - 7} ${y}q0 -8 -5 -12q8 2 10 8q0 -9 3 -14q4 6 3 14q3 -6 9 -8q-5 5 -5 12Z`;
  });
  const grass = svg`<path d="${blades}" fill="${darker(ground, 0.2)}"/>`;
  if (place === 'beach' || place === 'desert') return verge + grass;
  const flowers = Array.from({ length: 10 }, () => {
    const [x, y] = spot();
    return svg`<circle cx="${x}" cy="${y}" r="3.4" fill="${dim(dice.pick(FLOWERS))}"/><circle cx="${x}" cy="${y}" r="1.3" fill="${dim('#e09b2d')}"/>`;
  });
  return svg`${verge}${grass}${flowers}`;
}
