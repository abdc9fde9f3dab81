// How bins share a slide, and photos a bin, so that the photos are as large as can be.

/** Width by height of what a slide leaves to its bins, about; upright screens turn the tiling round. */
const SLIDE = 1.7;
/** A bin's name, as a share of that height. */
const NAME = 0.12;

export interface Tiling {
  readonly across: number;
  readonly down: number;
}

/** Up to three bins side by side, more in rows. */
export function tileBins(count: number): Tiling {
  const across = count > 3 ? Math.ceil(Math.sqrt(count)) : Math.max(1, count);
  return { across, down: Math.max(1, Math.ceil(count / across)) };
}

/** Square photos in a bin's part of the slide. */
export function tilePhotos(count: number, bins: Tiling): Tiling {
  const shape = SLIDE / bins.across / Math.max(NAME, 1 / bins.down - NAME);
  const sizeWith = (across: number) => Math.min(shape / across, 1 / Math.ceil(count / across));
  let across = 1;
  for (let more = 2; more <= count; more++) if (sizeWith(more) > sizeWith(across)) across = more;
  return { across, down: Math.max(1, Math.ceil(count / across)) };
}

/** Photos that are shown of each bin; more would be too small to see from the last row. */
export function mostPhotos(bins: number): number {
  if (bins < 3) return 12;
  if (bins === 3) return 9;
  return bins === 4 ? 8 : 6;
}
