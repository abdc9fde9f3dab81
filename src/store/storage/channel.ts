// Between the tabs of this page.

export type Channel = Pick<BroadcastChannel, 'addEventListener' | 'postMessage'> & {
  /** Nobody is ever heard through it: silence says nothing. */
  readonly isDead?: boolean;
};

/**
 * Without one (an old browser, a page in a sandboxed frame) each tab is on its own: locks say which of them writes, and
 * the projects' revisions keep them from overwriting each other.
 */
export function openChannel(name: string): Channel {
  try {
    return new BroadcastChannel(name);
  } catch {
    return { addEventListener: () => undefined, postMessage: () => undefined, isDead: true };
  }
}
