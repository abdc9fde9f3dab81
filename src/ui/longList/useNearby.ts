// Which items of a list are on the screen or close to it. Their pictures come at once; whole they become a few at a time,
// so that the browser draws between, and not while photos are being looked at: the network needs the processor more.

import { type RefCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Items that become whole at once: together they take well below 50 ms. */
const AT_A_TIME = 4;
/** Pixels around the screen, and around a list that scrolls by itself. */
const MARGIN = '100px';
/**
 * Milliseconds for which items are kept waiting while photos are being looked at, unless somebody wants one: from the first
 * that waits, so that those that come after it wait less.
 */
const PATIENCE = 3000;
/** Milliseconds from a pointer's going up to its click: React Aria takes no click that began on another element. */
const LATEST_CLICK = 500;

interface Nearby {
  /** Keys of those that are close. */
  readonly near: ReadonlySet<string>;
  /** Keys of those that are items of React Aria's. */
  readonly whole: ReadonlySet<string>;
}

interface Watch {
  /** For each item's element, which names its key in `data-place-of`. */
  readonly watch: RefCallback<HTMLElement>;
  /** Makes an item whole now: a person points at it. */
  readonly want: (key: string) => void;
  /** Somebody presses on an item that is not whole: none is exchanged before the press is over. */
  readonly hold: () => void;
}

interface Look {
  /** Treat all as if they were close. */
  readonly areAll: boolean;
  /** The processor is needed elsewhere. */
  readonly isBusy: boolean;
}

export function useNearby({ areAll, isBusy }: Look): Nearby & Watch {
  const [nearby, setNearby] = useState<Nearby>({ near: new Set(), whole: new Set() });
  const [{ watch, want, hold, look }] = useState(() => createWatch(setNearby));
  useEffect(() => look({ areAll, isBusy }), [areAll, isBusy, look]);
  return { ...nearby, watch, want, hold };
}

function createWatch(show: (nearby: Nearby) => void): Watch & { readonly look: (how: Look) => void } {
  const present = new Set<string>();
  const close = new Set<string>();
  let how: Look = { areAll: false, isBusy: false };
  let whole: ReadonlySet<string> = new Set();
  /** When the first of those that wait began to. */
  let waitsSince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The one that was pointed at last, which may be so new that nobody has seen where it is. */
  let pointedAt: string | null = null;
  let isPressed = false;

  const findNear = (): Set<string> => {
    const near = new Set(how.areAll ? present : close);
    if (pointedAt !== null && present.has(pointedAt)) near.add(pointedAt);
    return near;
  };

  const step = () => {
    timer = null;
    if (isPressed) return;
    const wanted = findNear();
    const coming = [...wanted].filter((key) => !whole.has(key));
    const now = performance.now();
    waitsSince = coming.length > 0 ? (waitsSince ?? now) : null;
    const wait = how.isBusy && waitsSince !== null ? waitsSince + PATIENCE - now : 0;
    // Those that have gone go last, and together: nobody waits for that.
    if (coming.length === 0) whole = wanted;
    else if (wait <= 0) whole = new Set([...whole, ...coming.slice(0, AT_A_TIME)]);
    // Else React would draw what several lists have ready in one go.
    flushSync(() => show({ near: wanted, whole }));
    if (coming.length > 0) timer = setTimeout(step, wait);
  };

  const begin = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(step);
  };

  const options: IntersectionObserverInit & { readonly scrollMargin: string } = {
    rootMargin: MARGIN,
    // Browsers that do not know it look at the list's own edge.
    scrollMargin: MARGIN,
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const key = keyOf(target);
      if (isIntersecting) close.add(key);
      else close.delete(key);
    }
    begin();
  }, options);

  const watch: RefCallback<HTMLElement> = (element) => {
    if (!element) return;
    const key = keyOf(element);
    present.add(key);
    // Tells of it in the next frame.
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      present.delete(key);
      close.delete(key);
    };
  };

  return {
    watch,
    want(key) {
      pointedAt = key;
      whole = new Set([...whole, key]);
      flushSync(() => show({ near: findNear(), whole }));
      begin();
    },
    hold() {
      isPressed = true;
      const abort = new AbortController();
      const options = { capture: true, signal: abort.signal };
      const end = () => {
        // Another press may have begun since.
        if (abort.signal.aborted) return;
        abort.abort();
        isPressed = false;
        // After the click.
        begin();
      };
      addEventListener('click', end, options);
      addEventListener('pointercancel', end, options);
      // A finger's click comes later; after a drag, or a finger that rests, there is none.
      addEventListener('pointerup', () => setTimeout(end, LATEST_CLICK), options);
    },
    look(next) {
      if (next.areAll === how.areAll && next.isBusy === how.isBusy) return;
      how = next;
      begin();
    },
  };
}

const keyOf = (element: Element): string => element.getAttribute('data-place-of') ?? '';
