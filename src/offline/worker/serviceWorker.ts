// Answers for the server when there is none. Built and given the list of files by scripts/lib/serviceWorker.mjs.

import { cleanupOutdatedCaches, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { AT_REST, KEPT_CACHE, keptPath } from '../kept.ts';
import { forgetFormer, keepFormer } from './former.ts';
import { type BuiltFile, createPrecache } from './precache.ts';

declare const self: ServiceWorkerGlobalScope;
/** All of the built page but for what is large. */
declare const __BUILT_FILES__: readonly BuiltFile[];

const scope = new URL(self.registration.scope).pathname;
const precache = createPrecache(__BUILT_FILES__);
self.addEventListener('install', (event) => void precache.install(event));
self.addEventListener('activate', (event) => {
  event.waitUntil(keepFormer(precache, event));
  // Also of the first visit's page: when it says that it is ready offline, all of its code has to be there.
  event.waitUntil(self.clients.claim());
});
cleanupOutdatedCaches();

// Whatever the address asks for by `?`, it is the same page.
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] }));

// What an older version had.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${scope}assets/`),
  async ({ request }) =>
    (await caches.match(request.url, { cacheName: precache.strategy.cacheName }).catch(() => undefined)) ??
    (await fetch(request)),
);

// The weights and the sample photos are put there by the page (keepFiles.ts), which checks them at each start; what it found
// to be wrong it asks for by `reload`.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && keptPath(url.pathname, scope),
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

self.addEventListener('message', (event) => {
  const said = (event.data as { type?: unknown } | null)?.type;
  // A new version waits until nobody uses the old one any more, or until somebody wants it now (workbox-window's word).
  if (said === 'SKIP_WAITING') void self.skipWaiting();
  if (said === AT_REST) event.waitUntil(forgetFormer(precache, event));
});
