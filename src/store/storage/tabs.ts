// One tab writes a project; others that have it open look on, and can take over. Web Locks say who: a tab that is
// closed or dies gives its lock back by itself, and the next in line gets it.

import type { ProjectId } from '../project.ts';

/** What happens to this tab's claim on a project without its doing. */
interface Listeners {
  /** The project is this tab's now: the other one was closed, or has handed it over. */
  readonly onGained: (id: ProjectId) => void;
  /** Before another tab takes over: save what there is. */
  readonly onAsked: (id: ProjectId) => Promise<void>;
  readonly onLost: (id: ProjectId) => void;
  /** Another tab has saved something in this project. */
  readonly onSaved: (id: ProjectId) => void;
}

export interface Tabs {
  /**
   * Asks for a project, and lets go of the last one.
   * @returns false when another tab has it; `onGained` tells when that changes
   */
  readonly claim: (id: ProjectId) => Promise<boolean>;
  /** Takes the project that was claimed last from the tab that has it. */
  readonly takeOver: () => Promise<void>;
  /** Tells the other tabs that something was saved. */
  readonly announce: (id: ProjectId) => void;
  /** Runs `work` if no other tab of this site is open. */
  readonly whenAlone: (work: () => Promise<void>) => Promise<void>;
}

/** Milliseconds: a tab that is being reloaded gives its lock back a moment later. */
const PATIENCE = 300;
/** A tab that hangs cannot save any more: its project is taken without its consent. */
const HAND_OVER_PATIENCE = 2_000;

type Message = { readonly kind: 'hand-over' | 'handed-over' | 'saved'; readonly id: ProjectId };

interface Claim {
  readonly id: ProjectId;
  owned: boolean;
  /** Ends the wait for the lock, or gives it back. */
  leave: () => void;
}

/**
 * Without Web Locks (pages without https) every claim is granted, and the projects' revisions alone keep two tabs from
 * overwriting each other.
 * @param channel between the tabs; one of its own per tab
 */
export function createTabs(
  { onGained, onAsked, onLost, onSaved }: Listeners,
  channel: BroadcastChannel,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Tabs {
  let current: Claim | null = null;
  let onHandedOver: ((id: ProjectId) => void) | null = null;
  const post = (message: Message) => channel.postMessage(message);

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const claim = current;
    if (data.kind === 'handed-over') onHandedOver?.(data.id);
    else if (claim?.id !== data.id) return;
    else if (data.kind === 'saved') onSaved(data.id);
    else if (claim.owned) {
      void onAsked(data.id).finally(() => {
        // The lock itself stays until it is taken, so that no third tab gets it in between.
        claim.owned = false;
        onLost(data.id);
        post({ kind: 'handed-over', id: data.id });
      });
    }
  });

  const lockName = (id: ProjectId) => `binsight ${id}`;

  /** @param steal take it from whoever has it */
  const request = (claim: Claim, granted: () => void, steal = false): void => {
    if (!locks) {
      claim.owned = true;
      granted();
      return;
    }
    const abort = new AbortController();
    claim.leave = () => abort.abort();
    locks
      .request(lockName(claim.id), steal ? { steal } : { signal: abort.signal }, () => {
        if (claim !== current) return undefined;
        claim.owned = true;
        granted();
        return new Promise<void>((resolve) => {
          claim.leave = resolve;
        });
      })
      .catch(() => {
        if (claim !== current) return;
        // Stolen, or handed over and then taken.
        if (claim.owned) onLost(claim.id);
        claim.owned = false;
        request(claim, () => onGained(claim.id));
      });
  };

  return {
    async claim(id) {
      if (current?.id === id) return current.owned;
      current?.leave();
      const claim: Claim = { id, owned: false, leave: () => undefined };
      current = claim;
      return await new Promise<boolean>((resolve) => {
        let answered = false;
        const answer = (owned: boolean) => {
          if (!answered) resolve(owned);
          else if (owned) onGained(id);
          answered = true;
        };
        setTimeout(() => answer(false), locks ? PATIENCE : 0);
        request(claim, () => answer(true));
      });
    },

    async takeOver() {
      const claim = current;
      if (!claim || claim.owned) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, locks ? HAND_OVER_PATIENCE : 0);
        onHandedOver = (id) => {
          if (id !== claim.id) return;
          clearTimeout(timer);
          resolve();
        };
        post({ kind: 'hand-over', id: claim.id });
      });
      onHandedOver = null;
      if (claim !== current || claim.owned) return;
      // The place in the queue is given up with the claim that stood there.
      const taking: Claim = { id: claim.id, owned: false, leave: () => undefined };
      current = taking;
      claim.leave();
      await new Promise<void>((resolve) => {
        request(
          taking,
          () => {
            onGained(taking.id);
            resolve();
          },
          true,
        );
      });
    },

    announce: (id) => post({ kind: 'saved', id }),

    async whenAlone(work) {
      if (!locks) return;
      // Every tab holds this one in common for as long as it lives; only the last one can have it alone.
      const name = 'binsight open';
      await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      });
      void locks.request(name, { mode: 'shared' }, () => new Promise(() => undefined));
    },
  };
}
