// Answers for the server when there is none. Built and given the list of files by scripts/lib/serviceWorker.mjs.

import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { KEPT_CACHE, keptPath } from '../kept.ts';

declare const self: ServiceWorkerGlobalScope;
/** All of the built page but for what is large: `revision` is null where the name says what is in it. */
declare const __BUILT_FILES__: readonly { readonly url: string; readonly revision: string | null }[];

// Whatever the address asks for by `?`, it is the same page.
precacheAndRoute([...__BUILT_FILES__], { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// The weights and the sample photos are put there by the page (keepOffline.ts), which checks the weights at each start;
// what it found to be wrong it asks for by `reload`.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && keptPath(url.pathname, new URL(self.registration.scope).pathname),
  async ({ request }) => {
    // A cache that fails, or has no room, costs no more than the way to the server.
    const cache = await caches.open(KEPT_CACHE).catch(() => null);
    const kept =
      request.cache === 'reload' ? undefined : await cache?.match(request.url).catch(() => undefined);
    if (kept) return kept;
    const answer = await fetch(request);
    if (request.cache === 'reload' && answer.ok) {
      await cache?.put(request.url, answer.clone()).catch(() => undefined);
    }
    return answer;
  },
);

// A new version waits until nobody uses the old one any more, or until somebody wants it now (workbox-window's word).
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
