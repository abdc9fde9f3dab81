// Would more photos help? What the learning curve says; apart from it, as the page loads this and not the training.

import type { CurvePoint, LearningCurve, MorePhotos } from './types.ts';

/** Less than this, in accuracy, is no gain worth the name. */
const LEAST_GAIN = 0.01;
/** A curve is called flat only where a gain as large as this can be ruled out. */
const FLAT_GAIN = 0.05;

/** Compare the curve's last point with the one nearest to half as many photos per bin, the lower of two. */
export function wouldMoreHelp({ points }: LearningCurve): MorePhotos {
  const last = points.at(-1);
  if (!last || points.length < 2) return { status: 'unknown', gain: null };
  const distance = ({ perBin }: CurvePoint) => Math.abs(perBin - last.perBin / 2);
  const half = points.slice(0, -1).reduce((best, point) => (distance(point) < distance(best) ? point : best));
  const gain = {
    from: half.perBin,
    to: last.perBin,
    gain: last.mean - half.mean,
    error: Math.hypot(last.error, half.error),
  };
  if (last.mean > 1 - LEAST_GAIN) return { status: 'perfect', gain };
  if (gain.gain > Math.max(LEAST_GAIN, 2 * gain.error)) return { status: 'rising', gain };
  return { status: gain.gain + 2 * gain.error < FLAT_GAIN ? 'flat' : 'unknown', gain };
}
