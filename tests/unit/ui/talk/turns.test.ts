// What turns the slides: keys, taps, and the page's address.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { putInAddress, storyIn } from '../../../../src/ui/talk/talkAddress.ts';
import { turnOfKey, turnOfTap } from '../../../../src/ui/talk/turns.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a tap', () => {
  const tap = (clientX: number, rest: Partial<React.PointerEvent> = {}) => {
    vi.stubGlobal('window', { innerWidth: 900 });
    vi.stubGlobal('Element', class {});
    return turnOfTap({
      pointerType: 'touch',
      isPrimary: true,
      clientX,
      target: null,
      ...rest,
    } as unknown as React.PointerEvent);
  };

  it('of a finger goes back on the left, and on elsewhere', () => {
    expect([tap(10), tap(299), tap(301), tap(890)]).toEqual([-1, -1, 1, 1]);
  });

  it('of a second finger or a mouse does nothing', () => {
    expect(tap(890, { isPrimary: false })).toBeNull();
    expect(tap(890, { pointerType: 'mouse' })).toBeNull();
  });
});

describe('Enter', () => {
  it('goes on, but presses a button and follows a link', () => {
    class Element {
      readonly #within: string;
      constructor(within: string) {
        this.#within = within;
      }
      closest(selector: string) {
        return selector.split(', ').includes(this.#within) ? this : null;
      }
    }
    vi.stubGlobal('Element', Element);
    const pressed = (target: unknown) => turnOfKey({ key: 'Enter', target } as KeyboardEvent);
    expect(['dialog', 'a', 'button'].map((within) => pressed(new Element(within)))).toEqual([1, null, null]);
  });
});

describe('the address', () => {
  it('opens the talk at a step', () => {
    expect(['#talk', '#talk-1', '#talk-5', '#talk-8'].map(storyIn)).toEqual([
      'empty',
      'empty',
      'tests',
      'link',
    ]);
    expect(['', '#', '#talks', '#talk-', '#talk-12', '#x-talk'].map(storyIn)).toEqual(Array(6).fill(null));
    // A step that there is not.
    expect(storyIn('#talk-9')).toBe('empty');
  });

  it('says which step is shown, and loses only that at the end', () => {
    const put: unknown[] = [];
    vi.stubGlobal('location', { pathname: '/binsight/', search: '?backend=wasm' });
    vi.stubGlobal('history', {
      state: 1,
      replaceState: (...args: unknown[]) => void put.push(args),
    });
    for (const story of ['empty', 'tests', null] as const) putInAddress(story);
    expect(put).toEqual([
      [1, '', '/binsight/?backend=wasm#talk'],
      [1, '', '/binsight/?backend=wasm#talk-5'],
      [1, '', '/binsight/?backend=wasm'],
    ]);
  });
});
