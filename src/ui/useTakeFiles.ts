// What files from outside are for: photos, the network's weights, or a project. However they came, they go the same way.

import { useCallback } from 'react';
import type { DroppedFile } from '../store/intake.ts';
import type { Place } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { useProjectFiles } from './projects/useProjectFiles.ts';

export type TakeFiles = (
  files: readonly DroppedFile[],
  onto: Place | null,
  names?: readonly string[],
) => void;

/**
 * Photos among project files go where they were dropped, in the project that is on the screen; then each project file
 * opens as a project of its own.
 */
export function useTakeFiles(): TakeFiles {
  const { actions, pipeline } = useApp();
  const openProjectFiles = useProjectFiles();
  return useCallback(
    (files, onto, names = []) => {
      const { model, projects, others } = sortFiles(files);
      if (model.length > 0) void pipeline.installModel(model);
      if (others.length > 0 || model.length + projects.length === 0) actions.drop(others, onto, names);
      openProjectFiles(projects);
    },
    [actions, pipeline, openProjectFiles],
  );
}

interface Sorted {
  /** The prepared folder or the published file: with these the user gives us the network, not photos. */
  readonly model: readonly File[];
  /** Loose zips. Those inside of folders are left out like everything else there that is no photo. */
  readonly projects: readonly File[];
  readonly others: readonly DroppedFile[];
}

export function sortFiles(files: readonly DroppedFile[]): Sorted {
  const prepared =
    files.some(({ file }) => file.name === 'manifest.json') &&
    files.some(({ file }) => file.name.endsWith('.bin'));
  const isModel = ({ name }: File) =>
    name.endsWith('.caffemodel') || (prepared && (name === 'manifest.json' || name.endsWith('.bin')));
  const isProject = ({ file, path }: DroppedFile) =>
    /\.zip$/i.test(file.name) && !path.replace(/^\.?\//, '').includes('/');
  const rest = files.filter(({ file }) => !isModel(file));
  return {
    model: files.map(({ file }) => file).filter(isModel),
    projects: rest.filter(isProject).map(({ file }) => file),
    others: rest.filter((dropped) => !isProject(dropped)),
  };
}
