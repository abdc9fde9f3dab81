// How large an element is, before it is painted and whenever that changes.

import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  /** CSS pixels; 0 before the first measurement. */
  readonly width: number;
  readonly height: number;
}

export function useSize(element: RefObject<Element | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
