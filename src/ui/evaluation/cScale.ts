// The slider's places for C: ten tidy numbers per power of ten, nearly evenly apart (ISO 3, series R"10).

import { DEFAULT_SETTINGS } from '../../store/project.ts';

const TIDY = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

export const C_DEFAULT = DEFAULT_SETTINGS.C;

/** Base-10 logarithms of the slider's ends and step. */
export const LOG_LEAST = -3;
export const LOG_MOST = 3;
export const LOG_STEP = 0.1;

/** @returns the tidy number at a place of the slider, a base-10 logarithm in steps of 0.1 */
export function cAt(log: number): number {
  const tenths = Math.round(log * 10);
  const power = Math.floor(tenths / 10);
  // By way of text: 2 * 10 ** -2 would not be 0.02 exactly.
  return Number(`${TIDY[tenths - power * 10]}e${power}`);
}

/** @returns the place of the slider nearest to C (above 0) */
export const logOf = (c: number): number => Math.round(Math.log10(c) * 10) / 10;
