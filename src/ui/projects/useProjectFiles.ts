// Project files that a person hands to the page, opened one after another.

import { useCallback } from 'react';
import { create } from 'zustand';
import { useApp } from '../appContext.ts';

/** Names of those that are being opened, the first one now. */
export const useOpening = create<{ readonly names: readonly string[] }>()(() => ({ names: [] }));

let last: Promise<void> = Promise.resolve();

/** @returns a function that opens each of the files as a project of its own; a bad one says so and changes nothing */
export function useProjectFiles(): (files: readonly File[]) => void {
  const { takeAway } = useApp();
  return useCallback(
    (files) => {
      for (const file of files) {
        useOpening.setState(({ names }) => ({ names: [...names, file.name] }));
        last = last
          .then(() => takeAway.importFile(file))
          .finally(() => useOpening.setState(({ names }) => ({ names: names.slice(1) })));
      }
    },
    [takeAway],
  );
}
