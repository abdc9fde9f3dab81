// Hands a file that was made in the page to the browser, which saves it as it saves downloads.

import type { MadeFile } from '../../export/takeAway.ts';

/** Milliseconds until the bytes may be forgotten: a browser may ask first where the file shall go. */
const KEPT = 300_000;

export function download({ name, blob }: MadeFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
