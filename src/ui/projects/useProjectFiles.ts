// Project files that a person hands to the page.

import { useCallback } from 'react';
import { useApp } from '../appContext.ts';

/** @returns a function that opens each of the files as a project of its own; a bad one says so and changes nothing */
export function useProjectFiles(): (files: readonly File[]) => void {
  const { takeAway } = useApp();
  return useCallback(
    (files) => void takeAway.openProjects(files.map((file) => ({ name: file.name, source: file }))),
    [takeAway],
  );
}
