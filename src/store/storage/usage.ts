// How much of this browser's storage is used, and the request not to have it cleared when the disk runs low.

import type { AppStore } from '../state.ts';
import { withinDeadline } from './deadline.ts';

/** Milliseconds between two looks: browsers need a moment to count. */
const PAUSE = 2_000;

/** Milliseconds until a browser counts as one that does not say. */
const PATIENCE = 1_000;

/** @returns bytes; Infinity where the browser does not say */
export async function roomLeft(
  manager: StorageManager | undefined = globalThis.navigator?.storage,
): Promise<number> {
  if (!manager) return Number.POSITIVE_INFINITY;
  // Safari 16 has a manager that cannot estimate; to ask it throws before there is a promise to fail.
  const asked = (async () => await manager.estimate())();
  return await withinDeadline(asked, PATIENCE).then(
    ({ usage, quota }) =>
      usage === undefined || quota === undefined ? Number.POSITIVE_INFINITY : quota - usage,
    () => Number.POSITIVE_INFINITY,
  );
}

/** Chromium says what it is used for, too. */
interface Estimate extends StorageEstimate {
  /** Bytes; absent for what takes none. */
  readonly usageDetails?: { readonly indexedDB?: number };
}

export function startUsage(
  store: AppStore,
  manager: StorageManager | undefined = globalThis.navigator?.storage,
): void {
  // Pages without https have none.
  if (!manager) return;
  let isWaiting = false;
  let hasAsked = false;

  const look = async (): Promise<void> => {
    // Asked for once there is something to lose: Firefox asks the person, others decide by themselves.
    const { history, saving } = store.getState();
    if (!hasAsked && saving.status === 'saved' && history.present.photos.length > 0) {
      hasAsked = true;
      await manager.persist?.();
    }
    const [estimate, persistent] = await Promise.all([manager.estimate(), manager.persisted()]);
    const { usage, quota, usageDetails } = estimate as Estimate;
    if (usage === undefined || quota === undefined) return;
    // What the page keeps of itself to work without a connection is no project's.
    const used = usageDetails ? (usageDetails.indexedDB ?? 0) : usage;
    store.setState({ usage: { used, granted: quota - (usage - used), persistent } });
  };

  const lookSoon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      // A browser that does not say leaves it unsaid.
      look().catch(() => undefined);
    }, PAUSE);
  };

  store.subscribe(({ saving }, before) => {
    if (saving !== before.saving) lookSoon();
  });
  lookSoon();
}
