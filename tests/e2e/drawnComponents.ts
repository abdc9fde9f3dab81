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

/** Milliseconds without a new component; nothing else tells that there is none to come. */
const PAUSE = 300;

/** Components drawn during an act and until nothing has been drawn for a while. */
export async function drawnBy(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await drawnSoFar(page);
  await act();
  let last = -1;
  for (let now = before; now !== last; now = await drawnSoFar(page)) {
    last = now;
    await page.waitForTimeout(PAUSE);
  }
  return last - before;
}

const drawnSoFar = (page: Page): Promise<number> =>
  page.evaluate(
    () => (window as unknown as { countedComponents: { drawn: number } }).countedComponents.drawn,
  );
