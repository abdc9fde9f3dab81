// How much a change makes React draw anew: a number of components, the same on every machine, where a time is not.
// Counted as React's own developer tools count it, which works on the production build, too.

import type { Page } from '@playwright/test';

/** The fields of React's nodes that tell what has been drawn. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  /** The node as it was before the last change. */
  readonly alternate: Fiber | null;
}

/** To be called before the page is opened. */
export async function countDrawnComponents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = { drawn: 0 };
    // Functions, classes, and both wrapped: not elements, contexts or fragments.
    const isComponent = ({ tag }: Fiber) => [0, 1, 11, 14, 15].includes(tag);
    const children = (fiber: Fiber): Fiber[] => {
      const all: Fiber[] = [];
      for (let child = fiber.child; child; child = child.sibling) all.push(child);
      return all;
    };
    const countNew = (fiber: Fiber): void => {
      if (isComponent(fiber)) counted.drawn++;
      for (const child of children(fiber)) countNew(child);
    };
    const countChanged = (now: Fiber, before: Fiber): void => {
      // 1: work was performed.
      if (isComponent(now) && (now.flags & 1) === 1) counted.drawn++;
      if (now.child === before.child) return;
      for (const child of children(now)) {
        if (child.alternate) countChanged(child, child.alternate);
        else countNew(child);
      }
    };
    Object.assign(window, {
      countedComponents: counted,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot(_: number, { current }: { readonly current: Fiber }) {
          if (current.alternate) countChanged(current, current.alternate);
        },
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
      },
    });
  });
}

/** Components drawn by an act, and by what comes of it. */
export async function drawnBy(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await drawnInTheEnd(page);
  await act();
  return (await drawnInTheEnd(page)) - before;
}

/** Milliseconds without a new component; nothing else tells that there is none to come. */
const PAUSE = 300;

/** The page's own clock counts, and only while it has nothing to do: on a busy machine it may have stood still. */
const drawnInTheEnd = (page: Page): Promise<number> =>
  page.evaluate(async (pause) => {
    const { countedComponents: counted } = window as unknown as { countedComponents: { drawn: number } };
    let last = -1;
    while (counted.drawn !== last) {
      last = counted.drawn;
      await new Promise((resolve) => setTimeout(resolve, pause));
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
    return last;
  }, PAUSE);
