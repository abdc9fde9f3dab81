// All of the built page, as the service worker keeps it: each file as it was built, or none.

import { PrecacheController } from 'workbox-precaching';

/** `revision` is null where the name says what is in it. */
export interface BuiltFile {
  readonly url: string;
  readonly revision: string | null;
  /** As in Subresource Integrity: what comes otherwise is not kept, and the service worker is not installed. */
  readonly integrity: string;
}

/** Workbox's, as it is but for when it forgets what an older version had (former.ts). */
export function createPrecache(files: readonly BuiltFile[]): PrecacheController {
  const precache = new PrecacheController({
    plugins: [
      {
        // Files in assets/ may stay in the browser's own cache for a year, and so may one that came wrong.
        handlerDidError: async ({ event, request }) => {
          if (event.type !== 'install' || request.cache === 'reload') return undefined;
          const answer = await fetch(new Request(request, { cache: 'reload' }));
          if (!answer.ok) return undefined;
          const cache = await caches.open(precache.strategy.cacheName);
          await cache.put(precache.getCacheKeyForURL(request.url) ?? request, answer.clone());
          return answer;
        },
      },
    ],
  });
  precache.addToCacheList([...files]);
  return precache;
}
