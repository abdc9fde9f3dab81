// A channel's activations as a picture: like a print, dark where it finds nothing and bright where it finds most.

import type { ChannelMap } from '../../core/featureMaps.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** The page's ink and paper, in both themes: a picture does not turn into its negative in the dark. */
const DARK: Colour = [23, 25, 28];
const BRIGHT: Colour = [251, 250, 247];
/** What is left of the photo where a channel finds nothing. */
const SHADE = 0.8;

/** Each value's share of the largest; all 0 where nothing was found. */
const shareOf = ({ largest }: ChannelMap, value: number): number => (largest > 0 ? value / largest : 0);

export function paintChannel(canvas: HTMLCanvasElement, map: ChannelMap, side: number): void {
  paint(canvas, side, map.values, (value) => {
    const share = shareOf(map, value);
    const mix = (from: number, to: number) => from + share * (to - from);
    return [mix(DARK[0], BRIGHT[0]), mix(DARK[1], BRIGHT[1]), mix(DARK[2], BRIGHT[2]), 255];
  });
}

/** A shade to lay on the photo: clear where the channel is as strong as anywhere. */
export function paintShade(canvas: HTMLCanvasElement, map: ChannelMap, side: number): void {
  paint(canvas, side, map.values, (value) => [...DARK, 255 * SHADE * (1 - shareOf(map, value))]);
}

function paint(
  canvas: HTMLCanvasElement,
  side: number,
  values: Float32Array,
  colourOf: (value: number) => readonly [...Colour, alpha: number],
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(side, side);
  for (const [place, value] of values.entries()) image.data.set(colourOf(value), 4 * place);
  context.putImageData(image, 0, 0);
}
