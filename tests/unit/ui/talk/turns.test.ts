// What turns the slides: keys, taps, and the page's address.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { slidesOf } from '../../../../src/ui/talk/slides.ts';
import { putInAddress, slideIn, storyIn } from '../../../../src/ui/talk/talkAddress.ts';
import { turnOfKey, turnOfTouch } from '../../../../src/ui/talk/turns.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a finger', () => {
  const touch = (from: number, clientX: number, rest: object = {}) => {
    vi.stubGlobal('window', { innerWidth: 900 });
    vi.stubGlobal('Element', class {});
    return turnOfTouch({ pointerType: 'touch', isPrimary: true, clientX, target: null, ...rest }, from);
  };

  it('that taps goes back on the left, and on elsewhere', () => {
    expect([10, 299, 301, 890].map((at) => touch(at, at))).toEqual([-1, -1, 1, 1]);
  });

  it('that swipes takes the slide with it, wherever it is', () => {
    expect([touch(200, 100), touch(800, 700), touch(100, 200), touch(700, 800)]).toEqual([1, 1, -1, -1]);
  });

  it('that is a second one, or a mouse, does nothing', () => {
    expect(touch(890, 890, { isPrimary: false })).toBeNull();
    expect(touch(890, 890, { pointerType: 'mouse' })).toBeNull();
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

  const slides = slidesOf(['a', 'b']);

  it('opens it at a photo, or at the first where there is no such', () => {
    expect(slideIn('#talk-5-2a', slides)).toEqual({ story: 'tests', photo: 'b', isAnswered: true });
    expect(slideIn('#talk-5-9a', slides)).toEqual({ story: 'tests', photo: 'a', isAnswered: false });
    expect(slideIn('#talk-3', slides)).toEqual({ story: 'bins' });
    expect(slideIn('#else', slides)).toBeNull();
  });

  it('says which step is shown, and loses only that at the end', () => {
    const put: unknown[] = [];
    vi.stubGlobal('location', { pathname: '/binsight/', search: '?backend=wasm' });
    vi.stubGlobal('history', {
      state: 1,
      replaceState: (...args: unknown[]) => void put.push(args),
    });
    for (const slide of [slides[0], slides[4], slides[7], null]) putInAddress(slide ?? null, slides);
    expect(put).toEqual([
      [1, '', '/binsight/?backend=wasm#talk'],
      [1, '', '/binsight/?backend=wasm#talk-5'],
      [1, '', '/binsight/?backend=wasm#talk-5-2a'],
      [1, '', '/binsight/?backend=wasm'],
    ]);
  });
});
