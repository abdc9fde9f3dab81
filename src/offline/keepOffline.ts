// The page without a network: a service worker that has all of its code, and a cache with the weights and sample photos.

import { Workbox } from 'workbox-window';
import { type Hash, keepFiles, type LargeFile } from './keepFiles.ts';
import { AT_REST, KEPT_CACHE } from './kept.ts';

interface Options {
  /** Address of the page's folder, ending in a slash. */
  readonly base: string;
  /** Large files to be kept, and no others. */
  readonly listFiles: () => Promise<readonly LargeFile[]>;
  readonly hash: Hash;
  /** All that the page needs is kept. */
  readonly onReady: () => void;
  /** A new version is there. It takes over, and the page is opened anew, when `use` is called. */
  readonly onUpdate: (use: () => void) => void;
}

/**
 * To be called when there is time for it. Where there is no service worker (an insecure address, a private window), or no
 * room, the page goes on needing its server.
 */
export async function keepOffline({ base, listFiles, hash, onReady, onUpdate }: Options): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const keep = async () => {
    const files = await listFiles();
    return await keepFiles(await caches.open(KEPT_CACHE), files, hash);
  };
  const tryToKeep = async (): Promise<void> => {
    if (!(await keep().catch(() => false))) {
      // And at the next visit.
      addEventListener('online', tryToKeep, { once: true });
    } else if (await navigator.serviceWorker.getRegistration(base)) {
      // One that has taken itself away (docs/no-service-worker) answers for no server.
      onReady();
    }
  };
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
    // The first one to answer for the server brings no other version.
    let isUpdate = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (isAsked) reload();
      // Asked for in another tab: this one goes on as it is, and can follow.
      else if (isUpdate) onUpdate(reload);
      isUpdate = true;
    });
    await workbox.register({ immediate: true });
    // By themselves browsers ask once a day, and a page may be open for weeks.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') workbox.update().catch(() => undefined);
    });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: AT_REST });
    await tryToKeep();
  } catch {
    // Nothing is worse than before.
  }
}
