// Keys that put the camera's picture somewhere: 1 to 9 for the bins in their order, 0 for the test photos.

import { type Bin, type Place, TRAY } from '../../store/project.ts';

interface Pressed {
  readonly key: string;
  /** Where the key lies, whatever is printed on it. */
  readonly code: string;
  readonly shiftKey: boolean;
}

/** As it is written on a bin's button; null for a bin beyond the ninth. */
export const keyOfBin = (index: number): string | null => (index < 9 ? String(index + 1) : null);

export const KEY_OF_TRAY = '0';

/** @returns null for a key that means nothing here */
export function placeOfKey(pressed: Pressed, bins: readonly Bin[]): Place | null {
  const key = digitOf(pressed);
  if (key === KEY_OF_TRAY) return TRAY;
  return key === null ? null : (bins.find((_, index) => keyOfBin(index) === key)?.id ?? null);
}

/** French keyboards have the digits above the signs, where other keyboards have them below. */
function digitOf({ key, code, shiftKey }: Pressed): string | null {
  if (/^\d$/.test(key)) return key;
  return shiftKey ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null);
}
