// A tab with an older version goes on as it was, also where the new one was opened in another tab: what it has not loaded
// yet stays for as long as it is open. Files in assets/ have names made from what is in them, so none can be the wrong one.

import type { PrecacheController } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;

/** Where it is written which tabs had an older version open: among the built files, so that it goes with the former ones. */
const FORMER_TABS = 'former-tabs.json';

/** To be called when a new version becomes the one in use: every tab that is open now has an older one. */
export async function keepFormer(precache: PrecacheController, event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(precache.strategy.cacheName);
  await cache.put(FORMER_TABS, new Response(JSON.stringify(await listTabs())));
  await forgetFormer(precache, event);
}

/** Removes the older versions' files, unless one of their tabs is still open. */
export async function forgetFormer(precache: PrecacheController, event: ExtendableEvent): Promise<void> {
  // What the next version has fetched by now would seem to be of an older one.
  if (self.registration.installing || self.registration.waiting) return;
  const cache = await caches.open(precache.strategy.cacheName);
  const former = (await (await cache.match(FORMER_TABS))?.json()) as readonly string[] | undefined;
  if (!former) return;
  const open = await listTabs();
  if (!former.some((tab) => open.includes(tab))) await precache.activate(event);
}

/** @returns their ids; a tab that is opened anew has another */
const listTabs = async (): Promise<string[]> =>
  (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id);
