// What systems put beside people's files: nobody misses it, and nothing of it is a photo of theirs.

const CLUTTER = new Set(['__macosx', '.ds_store', 'thumbs.db', 'desktop.ini']);

/** What a system has put there itself, by its name. */
export const isSystems = (name: string): boolean => name.startsWith('._') || CLUTTER.has(name.toLowerCase());

/**
 * macOS' `.DS_Store`, its resource forks (`__MACOSX`, `._a.jpg`), Windows' `Thumbs.db` and `desktop.ini`, and whatever
 * else is hidden by a dot, or lies in a folder that is.
 * @param path with `/` between its segments; or one of them
 */
export const isClutter = (path: string): boolean =>
  path.split('/').some((segment) => /^\.(?!\.?$)/.test(segment) || isSystems(segment));
