// Which paths inside a zip can be trusted, and which two would be one file on some disk.

/** Characters in a file's or folder's name; no system allows more. */
const LONGEST_SEGMENT = 255;

/** Control characters with NUL, C1 included, and half a character of UTF-16. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * Would unpacking this path leave its folder, or mean something else on another system? A project is never unpacked
 * onto a disk by the page, but people do it by hand, and a file that needs such a path was made to deceive.
 * @param path with `/` between its segments; one at the end, as folders have it, is allowed
 */
export function isUnsafePath(path: string): boolean {
  const segments = path.replace(/\/$/, '').split('/');
  return (
    UNPRINTABLE.test(path) ||
    path.includes('\\') ||
    /^[a-z]:/i.test(path) ||
    // An empty one stands before a leading slash.
    segments.some(
      (segment) => segment === '' || segment === '.' || segment === '..' || segment.length > LONGEST_SEGMENT,
    )
  );
}

/**
 * Equal for names that are one file on a disk that ignores case (Windows, macOS) or spells accents in its own way
 * (macOS). Upper case first: there, too, one letter may become two, as the German sharp s does.
 */
export const foldName = (name: string): string =>
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
