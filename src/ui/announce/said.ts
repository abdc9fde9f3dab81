// What screen readers are to say by themselves: line by line, politely, each once. The page has one place for them.

import { create } from 'zustand';

interface Line {
  readonly id: number;
  readonly text: string;
}

/**
 * Milliseconds that a line stays: screen readers take it when it comes; who reads the page line by line shall not find old
 * ones for long.
 */
const STAY = 10_000;

export const useSaid = create<{ readonly lines: readonly Line[] }>()(() => ({ lines: [] }));

export type Say = (text: string) => void;

let last = 0;

export function say(text: string): void {
  last++;
  const line: Line = { id: last, text };
  useSaid.setState(({ lines }) => ({ lines: [...lines, line] }));
  setTimeout(
    () => useSaid.setState(({ lines }) => ({ lines: lines.filter(({ id }) => id !== line.id) })),
    STAY,
  );
}
