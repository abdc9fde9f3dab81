// Makes a slide's type smaller where the slide would run over: in a small window, with long names or many reasons.

import { type RefObject, useLayoutEffect } from 'react';

/** Shares of the size that the screen asks for. */
const LEAST = 0.4;
const STEP = 0.05;

/** Sets `--fit`, by which the stage's type is multiplied, to the largest share at which all of its one slide is seen. */
export function useFit(stage: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = stage.current;
    const slide = element?.firstElementChild;
    if (!element || !slide) return;
    let frame = 0;
    const shrink = () => {
      for (let share = 1; share >= LEAST; share -= STEP) {
        element.style.setProperty('--fit', share.toFixed(2));
        if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth)
          return;
      }
    };
    // In the next frame, as an observer must not change what it observes.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(shrink);
    });
    observer.observe(element);
    observer.observe(slide);
    shrink();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  });
}
