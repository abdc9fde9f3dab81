// Names for files and folders that Windows, macOS and Linux all take, and that never meet on a disk that ignores case.
// Source: Microsoft, "Naming Files, Paths, and Namespaces".

import { isClutter } from '../../core/clutter.ts';
import { foldName } from '../archive/archivePaths.ts';

const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}]/gu;

/** Windows' devices; with any ending they are devices still. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu;

/**
 * Bytes in UTF-8. A name may have 255, but a path on Windows only 260 characters, with the folder that people unpack
 * into and the bin's own.
 */
const MOST_BYTES = 100;

/**
 * @param fallback for a name of which nothing is left
 * @returns a name, at most 100 bytes in UTF-8, not yet different from others
 */
export function safeName(wanted: string, fallback: string): string {
  const clean = trim(wanted.normalize('NFC').replace(FORBIDDEN, '_'));
  const name = clean === '' ? fallback : clean;
  const special = DEVICE.test(name) || isClutter(name);
  return shorten(special ? `_${name}` : name, MOST_BYTES);
}

/** Blanks at the ends look like nothing, and Windows takes blanks and dots off an end. */
const trim = (name: string): string => name.trim().replace(/[\s.]+$/u, '');

/** The ending stays, so that the file still opens with a double click. */
function shorten(name: string, most: number): string {
  if (byteLength(name) <= most) return name;
  const [stem, ending] = splitEnding(name);
  const room = most - byteLength(ending);
  let kept = '';
  let used = 0;
  for (const character of stem) {
    used += byteLength(character);
    if (used > room) break;
    kept += character;
  }
  return trim(kept) + ending;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

function splitEnding(name: string): readonly [stem: string, ending: string] {
  const ending = /(?<=.)\.[^.\s]{1,8}$/u.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - ending.length), ending];
}

/**
 * Gives safe names that all differ: `a.jpg`, `a (2).jpg`, and so on.
 * @param taken names that nobody gets
 */
export function createNames(taken: Iterable<string> = []): (wanted: string, fallback: string) => string {
  const given = new Set([...taken].map(foldName));
  /** Where counting goes on, so that a thousand photos of one name take a thousand steps. */
  const numbers = new Map<string, number>();
  return (wanted, fallback) => {
    const safe = safeName(wanted, fallback);
    const folded = foldName(safe);
    let name = safe;
    for (let number = numbers.get(folded) ?? 2; given.has(foldName(name)); number++) {
      const [stem, ending] = splitEnding(safe);
      const suffix = ` (${number})${ending}`;
      name = shorten(stem, MOST_BYTES - byteLength(suffix)) + suffix;
      numbers.set(folded, number + 1);
    }
    given.add(foldName(name));
    return name;
  };
}
