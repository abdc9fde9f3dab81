// Which items of a list are on the screen or close to it. They come a few at a time, so that the browser draws between,
// and photos that have just been dropped are read meanwhile.

import { type RefCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Items that come at once: together they take well below 50 ms. */
const AT_A_TIME = 4;
/** Pixels around the screen, and around a list that scrolls by itself. */
const MARGIN = '100px';

interface Nearby {
  /** Keys of those that are close. */
  readonly near: ReadonlySet<string>;
  /** For each item's element, which names its key in `data-place-of`. */
  readonly watch: RefCallback<HTMLElement>;
}

/** @param areAll as if all were close */
export function useNearby(areAll: boolean): Nearby {
  const [near, setNear] = useState<ReadonlySet<string>>(new Set<string>());
  const [{ watch, takeAll }] = useState(() => createWatch(setNear));
  useEffect(() => takeAll(areAll), [areAll, takeAll]);
  return { near, watch };
}

function createWatch(show: (near: ReadonlySet<string>) => void) {
  const present = new Set<string>();
  const close = new Set<string>();
  let areAll = false;
  let shown: ReadonlySet<string> = new Set();
  let isComing = false;

  const step = () => {
    const wanted = areAll ? present : close;
    const coming = [...wanted].filter((key) => !shown.has(key));
    // Those that have gone go last, and together: nobody waits for that.
    shown = new Set(coming.length > 0 ? [...shown, ...coming.slice(0, AT_A_TIME)] : wanted);
    // Else React would draw what several lists have ready in one go.
    flushSync(() => show(shown));
    isComing = coming.length > 0;
    if (isComing) setTimeout(step);
  };

  const begin = () => {
    if (!isComing) setTimeout(step);
    isComing = true;
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

  const takeAll = (all: boolean): void => {
    if (all === areAll) return;
    areAll = all;
    begin();
  };

  return { watch, takeAll };
}

const keyOf = (element: Element): string => element.getAttribute('data-place-of') ?? '';
