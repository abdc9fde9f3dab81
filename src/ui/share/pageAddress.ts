// The address under which others find the page.

/** Without what is only for this visit: query and fragment. */
export function pageAddress(base: string): string {
  const { origin, pathname } = new URL(base);
  return `${origin}${pathname}`;
}

/** Does it lead nowhere from another machine? */
export const isLocal = (address: string): boolean =>
  /^(localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(new URL(address).hostname);
