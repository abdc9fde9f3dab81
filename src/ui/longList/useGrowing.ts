// A list that has grown by many photos shows them some at a time, so that the first are there at once and no other work of
// the page waits for all.

import { useEffect, useState } from 'react';

/** Items that come together: light elements, of which each takes a third of a millisecond. */
const AT_A_TIME = 32;
/** Or this share of those that are shown, as React Aria goes through all of them each time: else thousands take a minute. */
const SHARE = 1 / 16;

/** @returns as many from the beginning of `items` as are to be shown now: soon all of them */
export function useGrowing<Item>(items: readonly Item[]): readonly Item[] {
  // A list that is there from the start is shown as it is.
  const [shown, setShown] = useState(items.length);
  const next = Math.min(items.length, shown + Math.max(AT_A_TIME, Math.floor(shown * SHARE)));
  useEffect(() => {
    if (shown === items.length) return;
    const timer = setTimeout(() => setShown(next));
    return () => clearTimeout(timer);
  }, [shown, next, items.length]);
  return next < items.length ? items.slice(0, next) : items;
}
