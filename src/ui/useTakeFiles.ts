// What files from outside are for: photos, the network's weights, or a project. However they came, they go the same way.

import { useCallback } from 'react';
import type { ProjectToOpen } from '../export/takeAway.ts';
import type { DroppedFile } from '../store/intake.ts';
import type { Place } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { mayHoldProject, splitProjectFolders } from './projects/projectFolders.ts';

export type TakeFiles = (
  files: readonly DroppedFile[],
  onto: Place | null,
  names?: readonly string[],
  unreadable?: readonly string[],
) => void;

/**
 * Photos among project files go where they were dropped, in the project that is on the screen; then each project file,
 * or unpacked folder of one, opens as a project of its own.
 */
export function useTakeFiles(): TakeFiles {
  const { actions, pipeline, takeAway } = useApp();
  return useCallback(
    (files, onto, names = [], unreadable = []) => {
      const { model, projects, others } = sortFiles(files);
      const take = (photos: readonly DroppedFile[], folders: readonly ProjectToOpen[]) => {
        const opened = [...folders, ...projects.map((file) => ({ name: file.name, source: file }))];
        if (photos.length > 0 || model.length + opened.length === 0) actions.drop(photos, onto, names);
        if (opened.length > 0) void takeAway.openProjects(opened);
        // Last, as a drop of photos ends what was said before it.
        if (unreadable.length > 0) actions.notify({ kind: 'unreadable-drop', names: unreadable });
      };
      if (model.length > 0) void pipeline.installModel(model);
      if (mayHoldProject(others)) {
        void splitProjectFolders(others).then((split) => take(split.others, split.projects));
      } else take(others, []);
    },
    [actions, pipeline, takeAway],
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
