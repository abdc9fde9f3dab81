// What the odd photos show: four quarters of different colours, so that a turned, mirrored or miscoloured one is seen.

export type Rgb = readonly [number, number, number];

/** Top left, top right, bottom left, bottom right. */
export type Corners = readonly [Rgb, Rgb, Rgb, Rgb];

/** Whole numbers, by column and row. */
export type Samples = (x: number, y: number) => readonly number[];

const RED: Rgb = [220, 40, 30];
const GREEN: Rgb = [40, 190, 60];
const BLUE: Rgb = [30, 60, 220];
const YELLOW: Rgb = [235, 235, 60];
export const QUARTERS: Corners = [RED, GREEN, BLUE, YELLOW];

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** The four quarters of a picture, or other values in their places. */
export const quarters =
  (width: number, height: number, values: readonly (readonly number[])[] = QUARTERS): Samples =>
  (x, y) =>
    values[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [];

export const all = (colour: Rgb): Corners => [colour, colour, colour, colour];

/** How a picture of these corners lies once it is turned as EXIF orientation 1 to 8 says. */
export function upright([a, b, c, d]: Corners, orientation: number): Corners {
  const turned: readonly Corners[] = [
    [a, b, c, d],
    [b, a, d, c],
    [d, c, b, a],
    [c, d, a, b],
    [a, c, b, d],
    [c, a, d, b],
    [d, b, c, a],
    [b, d, a, c],
  ];
  return turned[orientation - 1] ?? [a, b, c, d];
}

/** Luma, as JPEG and everybody else weighs it. */
export const grey = ([red, green, blue]: Rgb): number =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
export const greys = (corners: Corners): Corners =>
  corners.map((colour): Rgb => {
    const level = grey(colour);
    return [level, level, level];
  }) as unknown as Corners;
