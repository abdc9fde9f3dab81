// Is a tab the only one? With locks, without them, and where nobody can tell.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Channel, openChannel } from '../../../src/store/storage/channel.ts';
import { createTabs, type TabLocks } from '../../../src/store/storage/tabs.ts';

let tabs: Set<EventTarget>;
let work: ReturnType<typeof vi.fn<() => Promise<void>>>;

beforeEach(() => {
  vi.useFakeTimers();
  tabs = new Set();
  work = vi.fn(async () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As a BroadcastChannel: what a tab says is heard by all others, a moment later. */
function join(): Channel & { readonly close: () => void } {
  const own = new EventTarget();
  tabs.add(own);
  return {
    addEventListener: own.addEventListener.bind(own) as Channel['addEventListener'],
    postMessage(data: unknown) {
      setTimeout(() => {
        for (const other of tabs)
          if (other !== own) other.dispatchEvent(Object.assign(new Event('message'), { data }));
      }, 1);
    },
    close: () => void tabs.delete(own),
  };
}
const open = (channel: Channel = join(), locks: TabLocks | null = null) => {
  const never = async () => undefined;
  return createTabs({ onGained: never, onAsked: never, onLost: never, onSaved: never }, channel, locks);
};
async function outcome<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(5_000);
  return await promise;
}

describe('without locks', () => {
  it('a tab that nobody answers is alone', async () => {
    const [first, second] = [open(), join()];
    open(second);
    second.close();
    expect(await outcome(first.whenAlone(work))).toBe('done');
    expect(work).toHaveBeenCalledOnce();
  });

  it('two tabs are not alone, also when both ask at once, until one is closed', async () => {
    const channel = join();
    const [first, second] = [open(), open(channel)];
    const both = Promise.all([first.whenAlone(work), second.whenAlone(work)]);
    expect(await outcome(both)).toEqual(['not-alone', 'not-alone']);
    expect(work).not.toHaveBeenCalled();
    channel.close();
    expect(await outcome(first.whenAlone(work))).toBe('done');
  });

  it('of three tabs one that asks is not told by what another one is answered', async () => {
    const channel = join();
    const [first] = [open(), open(channel)];
    expect(await outcome(first.whenAlone(work))).toBe('not-alone');
    channel.close();
    const [asking, other] = [first.whenAlone(work), join()];
    other.postMessage({ kind: 'here', tab: 'somebody else' });
    expect(await outcome(asking)).toBe('done');
  });

  it('locks that are forbidden are as none', async () => {
    const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'));
    const tab = open(join(), { request: refuse, query: refuse } as unknown as TabLocks);
    expect(await outcome(tab.whenAlone(work))).toBe('done');
    open();
    expect(await outcome(tab.whenAlone(work))).toBe('not-alone');
  });

  it('nor a channel nobody can tell, and a person has to', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const tab = open(openChannel('site'));
    expect(await outcome(tab.whenAlone(work))).toBe('unsure');
    expect(work).not.toHaveBeenCalled();
    expect(await outcome(tab.whenAlone(work, true))).toBe('done');
    expect(work).toHaveBeenCalledOnce();
  });
});

it.each([
  [1, 'done'],
  [2, 'not-alone'],
])('with locks, %d of them held, it is %s without asking', async (count, expected) => {
  const held = Array.from({ length: count }, () => ({ name: 'binsight open' }));
  const locks = { request: () => new Promise(() => undefined), query: async () => ({ held }) };
  open();
  const tab = open(join(), locks as unknown as TabLocks);
  expect(await tab.whenAlone(work, true)).toBe(expected);
});
