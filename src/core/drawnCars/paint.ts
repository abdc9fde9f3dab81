// The colours of a car. They are chosen before its kind is looked at, so that colour never gives a kind away.

import type { Dice } from './dice.ts';
import { darker, lighter } from './svg.ts';

export const BODY_COLOURS = [
  '#d8392f', // poppy
  '#f0852d', // tangerine
  '#f4c430', // sunflower
  '#9bbf3b', // apple
  '#3f9b54', // meadow
  '#2f9c95', // lagoon
  '#5fb4e0', // sky
  '#2f66b8', // ocean
  '#6a4fa3', // plum
  '#d85c93', // raspberry
  '#f3ead6', // cream
  '#b9c0c6', // silver
  '#4a4f5c', // slate
  '#8c3b3b', // burgundy
] as const;

export interface Paint {
  readonly body: string;
  readonly light: string;
  readonly shade: string;
  /** Outlines: darker than the body, never quite black. */
  readonly ink: string;
  readonly glass: string;
  /** Window light: the lamps are on and the glass is dim. */
  readonly night: boolean;
}

export function choosePaint(dice: Dice, night: boolean): Paint {
  const body = dice.pick(BODY_COLOURS);
  return {
    body,
    light: lighter(body, 0.42),
    shade: darker(body, 0.28),
    ink: darker(body, 0.82),
    glass: night ? '#46587e' : '#cfe8f0',
    night,
  };
}

export const CHROME = 'url(#chrome)';
export const TYRE = '#2a2730';

/** The gradients that cars are filled with. */
export function paintDefs({ body, light, shade }: Paint): string {
  return (
    `<linearGradient id="body" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/>` +
    `<stop offset=".4" stop-color="${body}"/><stop offset="1" stop-color="${shade}"/></linearGradient>` +
    '<linearGradient id="chrome" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff"/>' +
    '<stop offset=".45" stop-color="#c3ccd4"/><stop offset=".55" stop-color="#7d8894"/>' +
    '<stop offset="1" stop-color="#e6ebee"/></linearGradient>'
  );
}
