// One tab writes a project; others that have it open look on, and can take over. Web Locks say who: a tab that is
// closed or dies gives its lock back by itself, and the next in line gets it.

import { newKey } from '../newKey.ts';
import type { ProjectId } from '../project.ts';
import type { Channel } from './channel.ts';

/** What happens to this tab's claim on a project without its doing. */
interface Listeners {
  /** The project is this tab's now: the other one was closed, or has handed it over. */
  readonly onGained: (id: ProjectId) => Promise<void>;
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
  /** Is it certain that no other tab has this project? */
  readonly holds: (id: ProjectId) => boolean;
  /** Tells the other tabs that something was saved. */
  readonly announce: (id: ProjectId) => void;
  /**
   * Runs `work` if no other tab of this site is open.
   * @param isSure run it also where that cannot be told: a person has said that there is none
   */
  readonly whenAlone: (work: () => Promise<void>, isSure?: boolean) => Promise<Alone>;
  /** This tab, for others to ask whether it lives. */
  readonly id: string;
  /** Does this tab live? Without Web Locks nobody can tell: false. */
  readonly isAlive: (tab: string) => Promise<boolean>;
}

/** What came of work that is for a tab on its own; `unsure`: whether there are others cannot be told. */
export type Alone = 'done' | 'not-alone' | 'unsure';

/** Milliseconds: a tab that is being reloaded gives its lock back a moment later. */
const PATIENCE = 300;
/** A tab that hangs, and so says nothing, cannot save any more: its project is taken without its consent. */
const HAND_OVER_PATIENCE = 2_000;
/** How often a tab that still has something to save says so, and for how long it is believed. */
const STILL_SAVING = 500;
const LONGEST_HAND_OVER = 60_000;
/** A project that was handed over and is not fetched belongs to whoever comes next. */
const FETCH_PATIENCE = 10_000;
/** Without locks the other tabs are asked; one that is busy answers late, and must not be taken for closed. */
const ANSWER_PATIENCE = 1_000;

interface ClaimMessage {
  readonly kind: 'hand-over' | 'still-saving' | 'handed-over' | 'saved';
  readonly id: ProjectId;
}
/** `tab`: the one that asks. */
type Message = ClaimMessage | { readonly kind: 'who-is-there' | 'here'; readonly tab: string };

/** The browser's locks, as far as they are needed. */
export type TabLocks = Pick<LockManager, 'request' | 'query'>;

interface Claim {
  readonly id: ProjectId;
  owned: boolean;
  /** Ends the wait for the lock, or gives it back. */
  leave: () => void;
}

const nothing = () => undefined;
const OPEN = 'binsight open';
const lockOf = (id: ProjectId) => `binsight ${id}`;
const lifeOf = (tab: string) => `binsight life of ${tab}`;

/**
 * Without Web Locks (pages without https) every claim is granted, and the projects' revisions alone keep two tabs from
 * overwriting each other.
 * @param channel between the tabs; one of its own per tab
 */
export function createTabs(
  { onGained, onAsked, onLost, onSaved }: Listeners,
  channel: Channel,
  locks: TabLocks | null | undefined = globalThis.navigator?.locks,
): Tabs {
  let current: Claim | null = null;
  /** Hears what the tab says that is asked to hand over. */
  let onAnswer: (message: ClaimMessage) => void = nothing;
  const post = (message: Message) => channel.postMessage(message);
  const self = newKey('tab');
  /** How many answers this tab has had to its question who is there. */
  let answers = 0;

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'who-is-there') post({ kind: 'here', tab: data.tab });
    if (data.kind === 'here' && data.tab === self) answers++;
    if (!('id' in data)) return;
    const claim = current;
    onAnswer(data);
    if (claim?.id !== data.id) return;
    if (data.kind === 'saved') onSaved(data.id);
    if (data.kind === 'hand-over' && claim.owned) void handOver(claim);
  });

  const handOver = async (claim: Claim): Promise<void> => {
    const { id } = claim;
    post({ kind: 'still-saving', id });
    const timer = setInterval(() => post({ kind: 'still-saving', id }), STILL_SAVING);
    await onAsked(id).catch(nothing);
    clearInterval(timer);
    if (claim !== current || !claim.owned) return;
    claim.owned = false;
    onLost(id);
    post({ kind: 'handed-over', id });
    // The lock itself stays until it is taken, so that no third tab gets it in between.
    const { leave } = claim;
    setTimeout(() => {
      if (claim.leave === leave) leave();
    }, FETCH_PATIENCE);
  };

  /** Another tab has it now, or nobody has fetched what was handed over: this one stands in line again. */
  const standInLine = (claim: Claim): void => {
    if (claim !== current) return;
    if (claim.owned) onLost(claim.id);
    claim.owned = false;
    request(claim, () => void onGained(claim.id));
  };

  /** @param steal take it from whoever has it */
  const request = (claim: Claim, granted: () => void, steal = false): void => {
    const grant = () => {
      claim.owned = true;
      granted();
    };
    if (!locks) {
      grant();
      return;
    }
    const abort = new AbortController();
    claim.leave = () => abort.abort();
    locks
      .request(lockOf(claim.id), steal ? { steal } : { signal: abort.signal }, () => {
        if (claim !== current) return undefined;
        const held = new Promise<void>((resolve) => {
          claim.leave = resolve;
        });
        grant();
        return held;
      })
      .then(
        () => standInLine(claim),
        (error: unknown) => {
          if (claim !== current) return;
          if (error instanceof DOMException && error.name === 'AbortError') standInLine(claim);
          // Locks are forbidden here, as storage is where a person has switched off cookies: as if there were none.
          else grant();
        },
      );
  };

  /** Resolves when the other tab has saved what it had, or is not heard of. */
  const askForIt = (id: ProjectId): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        clearTimeout(longest);
        onAnswer = nothing;
        resolve();
      };
      let timer = setTimeout(done, locks ? HAND_OVER_PATIENCE : 0);
      const longest = setTimeout(done, LONGEST_HAND_OVER);
      onAnswer = (message) => {
        if (message.id !== id) return;
        if (message.kind === 'handed-over') done();
        if (message.kind !== 'still-saving') return;
        clearTimeout(timer);
        timer = setTimeout(done, HAND_OVER_PATIENCE);
      };
      post({ kind: 'hand-over', id });
    });

  /** Is it another tab's? On a page that is busy being opened, the news that it is this one's may only be on their way. */
  const waits = async (id: ProjectId): Promise<boolean> => {
    const { pending = [] } = (await locks?.query().catch(() => undefined)) ?? {};
    return pending.some(({ name }) => name === lockOf(id));
  };

  // Every tab holds this one in common for as long as it lives.
  locks?.request(OPEN, { mode: 'shared' }, () => new Promise(nothing)).catch(nothing);
  locks?.request(lifeOf(self), { mode: 'exclusive' }, () => new Promise(nothing)).catch(nothing);

  /** @returns null where it cannot be told */
  const areOthersOpen = async (): Promise<boolean | null> => {
    const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
    const open = held.filter(({ name }) => name === OPEN).length;
    if (open > 0) return open > 1;
    if (channel.isDead) return null;
    const before = answers;
    post({ kind: 'who-is-there', tab: self });
    await new Promise((resolve) => setTimeout(resolve, ANSWER_PATIENCE));
    return answers > before;
  };

  return {
    async claim(id) {
      if (current?.id === id) return current.owned;
      const before = current;
      const claim: Claim = { id, owned: false, leave: nothing };
      current = claim;
      before?.leave();
      return await new Promise<boolean>((resolve) => {
        let answered = false;
        const answer = (owned: boolean) => {
          if (!answered) resolve(owned);
          else if (owned && claim === current) void onGained(id);
          answered = true;
        };
        setTimeout(() => {
          void waits(id).then((isWaiting) => {
            if (isWaiting) answer(false);
          });
        }, PATIENCE);
        request(claim, () => answer(true));
      });
    },

    async takeOver() {
      const claim = current;
      if (!claim) return;
      if (claim.owned) return await onGained(claim.id);
      await askForIt(claim.id);
      // The other one may have been closed meanwhile, or this one may show another project.
      if (claim !== current || claim.owned) return;
      // The place in the queue is given up with the claim that stood there.
      const taking: Claim = { id: claim.id, owned: false, leave: nothing };
      current = taking;
      claim.leave();
      await new Promise<void>((resolve) => {
        request(taking, () => void onGained(taking.id).finally(resolve), true);
      });
    },

    holds: (id) => Boolean(locks) && current?.id === id && current.owned,
    announce: (id) => post({ kind: 'saved', id }),

    async whenAlone(work, isSure = false) {
      const areOthers = (await areOthersOpen()) ?? (isSure ? false : null);
      if (areOthers === null) return 'unsure';
      if (areOthers) return 'not-alone';
      await work();
      return 'done';
    },

    id: self,
    async isAlive(tab) {
      const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
      return held.some(({ name }) => name === lifeOf(tab));
    },
  };
}
