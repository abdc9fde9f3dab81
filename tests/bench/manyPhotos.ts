// Thousands of photos' logits, as there are too few real ones: real photos' logits, each with noise of their own kind.

import { mulberry32, shuffle } from '../../src/core/random.ts';

interface Kind {
  /** Share of the real photos' differences from their mean, mixed at random, that is added to each. */
  readonly mixed: number;
  /** Share of each logit's own standard deviation that is added to it as noise. */
  readonly noise: number;
  /** Share of the photos of each bin that lie in the next one by mistake. */
  readonly wrong: number;
  /** Share of the photos that are one of the others again. */
  readonly twins: number;
}

/** From bins that a plane can tell apart to those where most photos lie within the margin. */
export const KINDS = {
  apart: { mixed: 0.7, noise: 0.4, wrong: 0, twins: 0 },
  overlapping: { mixed: 1.5, noise: 1, wrong: 0, twins: 0 },
  'a fifth in the wrong bin': { mixed: 0.7, noise: 0.4, wrong: 0.2, twins: 0 },
  'many twice, a tenth wrong': { mixed: 0.7, noise: 0.4, wrong: 0.1, twins: 0.3 },
} as const satisfies Record<string, Kind>;

export interface ManyPhotos {
  readonly labels: readonly string[];
  readonly rows: readonly Float32Array[];
  /** Bins of the same size. */
  readonly targets: readonly number[];
}

/**
 * @param real logits of real photos, in an order in which neighbours are of a kind; each bin has its share of them
 * @param count a multiple of the number of bins
 */
export function manyPhotos(
  real: readonly Float32Array[],
  count: number,
  bins: number,
  { mixed, noise, wrong, twins }: Kind,
  seed = 1,
): ManyPhotos {
  const random = mulberry32(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const width = real[0]?.length ?? 0;
  const mean = Float64Array.from({ length: width }, (_, j) => meanOf(real.map((row) => row[j] ?? 0)));
  const offsets = real.map((row) => Float64Array.from(row, (value, j) => value - (mean[j] ?? 0)));
  const deviations = mean.map((_, j) => Math.sqrt(meanOf(offsets.map((row) => (row[j] ?? 0) ** 2))));

  const perBin = Math.floor(real.length / bins);
  const rows: Float32Array[] = [];
  const targets = Array.from({ length: count }, (_, i) => i % bins);
  for (const bin of targets) {
    const twin = rows[Math.floor((random() * rows.length) / bins) * bins + bin];
    if (twin && random() < twins) {
      rows.push(twin.slice());
      continue;
    }
    const row = Float64Array.from(real[bin * perBin + Math.floor(random() * perBin)] ?? []);
    for (const offset of offsets) {
      const factor = (mixed * normal()) / Math.sqrt(real.length);
      for (let j = 0; j < width; j++) row[j] = (row[j] ?? 0) + factor * (offset[j] ?? 0);
    }
    rows.push(Float32Array.from(row, (value, j) => value + noise * (deviations[j] ?? 0) * normal()));
  }
  // As many of each bin, so that all bins stay of the same size.
  for (let bin = 0; bin < bins; bin++) {
    const own = shuffle(
      [...targets.keys()].filter((i) => i % bins === bin),
      random,
    );
    for (const i of own.slice(0, Math.round(wrong * own.length))) targets[i] = (bin + 1) % bins;
  }
  return { labels: Array.from({ length: bins }, (_, bin) => `bin ${bin + 1}`), rows, targets };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
