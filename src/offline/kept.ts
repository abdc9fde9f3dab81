// What the page and its service worker have to agree on.

/** The cache of large files, which are kept when the page itself changes. */
export const KEPT_CACHE = 'binsight-kept';

/** A page's word to the service worker: now there is time to tidy up. */
export const AT_REST = 'AT_REST';

/** @param scope path of the page's folder, ending in a slash */
export const keptPath = (path: string, scope: string): boolean =>
  path.startsWith(scope) && /^(models\/.*\.bin|samples\/.*)$/.test(path.slice(scope.length));
