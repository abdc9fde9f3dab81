// What can be taken away and brought back, with its code fetched off the first screen's way, but in good time.

import { asBinsightError } from '../core/errors.ts';
import type { Actions } from '../store/actions.ts';
import { isUntouched } from '../store/project.ts';
import type { Sources } from './makers.ts';
import { PACK_DEADLINE, type TakeAway } from './takeAway.ts';

interface Parts extends Sources {
  readonly actions: Actions;
}

/** Milliseconds after the first change: photos come first. */
const WARM_UP_AFTER = 2_000;

export function createTakeAway({ actions, ...sources }: Parts): TakeAway {
  const { store, packer } = sources;
  const loadMakers = () => import('./makers.ts');

  // Once there is something to lose: whoever wants it out may no longer reach the server.
  const unsubscribe = store.subscribe(({ history }) => {
    if (isUntouched(history.present)) return;
    unsubscribe();
    setTimeout(() => {
      // If it fails now it is tried again, and said, when it is wanted.
      Promise.all([loadMakers(), packer.ready()]).catch(() => undefined);
    }, WARM_UP_AFTER);
  });

  return {
    async make(kind) {
      const { makeFile } = await loadMakers();
      return await makeFile(kind, sources);
    },
    async importFile(file) {
      try {
        const project = await packer.call((api) => api.readProject(file), PACK_DEADLINE);
        const { changed, added } = project;
        actions.importProject(project);
        if (changed.length + added.length > 0) actions.notify({ kind: 'project-changed', changed, added });
      } catch (error) {
        actions.notify({ kind: 'project-refused', file: file.name, error: asBinsightError(error) });
      }
    },
  };
}
