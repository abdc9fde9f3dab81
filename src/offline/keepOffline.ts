// The page without a network: a service worker that has all of its code, and a cache with the weights and sample photos.

import { Workbox } from 'workbox-window';
import { KEPT_CACHE } from './kept.ts';

interface Options {
  /** Address of the page's folder, ending in a slash. */
  readonly base: string;
  /** Addresses of large files to be kept, and of no others. */
  readonly listFiles: () => Promise<readonly string[]>;
  /** All that the page needs is kept. */
  readonly onReady: () => void;
  /** A new version is there. It takes over, and the page is opened anew, when `use` is called. */
  readonly onUpdate: (use: () => void) => void;
}

/**
 * To be called when there is time for it. Where there is no service worker (an insecure address, a private window), or no
 * room, the page goes on needing its server.
 */
export async function keepOffline({ base, listFiles, onReady, onUpdate }: Options): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const workbox = new Workbox(new URL('sw.js', base).href);
    const reload = () => location.reload();
    let isAsked = false;
    workbox.addEventListener('waiting', () => {
      onUpdate(() => {
        isAsked = true;
        workbox.messageSkipWaiting();
      });
    });
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (isAsked) reload();
      // Asked for in another tab: this one goes on as it is, but what it has not loaded yet is gone.
      else onUpdate(reload);
    });
    await workbox.register({ immediate: true });
    await navigator.serviceWorker.ready;
    await keepFiles(await listFiles());
    // One that has taken itself away (docs/no-service-worker) answers for no server.
    if (await navigator.serviceWorker.getRegistration(base)) onReady();
  } catch {
    // Nothing is worse than before.
  }
}

async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(KEPT_CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  for (const file of files) if (!kept.has(file)) await keepFile(cache, file);
  for (const url of kept) if (!files.includes(url)) await cache.delete(url);
}

/** A sample photo that the set-up could not get is not served: the page does without it with a connection, too. */
async function keepFile(cache: Cache, file: string): Promise<void> {
  const answer = await fetch(file);
  if (answer.status === 404) return;
  if (!answer.ok) throw new Error(`${file}: HTTP ${answer.status}`);
  await cache.put(file, answer);
}
