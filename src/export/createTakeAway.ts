// What can be taken away and brought back, with its code fetched off the first screen's way, but in good time.

import { asBinsightError } from '../core/errors.ts';
import type { Actions } from '../store/actions.ts';
import { isUntouched } from '../store/project.ts';
import { settled } from '../store/settled.ts';
import type { Sources } from './makers.ts';
import { PACK_DEADLINE, type ProjectToOpen, type TakeAway } from './takeAway.ts';

interface Parts extends Sources {
  readonly actions: Actions;
}

type Untold = Parameters<Actions['notify']>[0];

/** Milliseconds after the first change, and until photos have had their turn: a thousand take a minute or two. */
const [WARM_UP_AFTER, WARM_UP_AT_LAST] = [2_000, 120_000];

export function createTakeAway({ actions, ...sources }: Parts): TakeAway {
  const { store, packer } = sources;
  const loadMakers = () => import('./makers.ts');

  // Once there is something to lose: whoever wants it out may no longer reach the server.
  const unsubscribe = store.subscribe(({ history }) => {
    if (isUntouched(history.present)) return;
    unsubscribe();
    setTimeout(async () => {
      await settled(store, WARM_UP_AT_LAST);
      // If it fails now it is tried again, and said, when it is wanted.
      Promise.all([loadMakers(), packer.ready()]).catch(() => undefined);
    }, WARM_UP_AFTER);
  });

  const open = async ({ name, source }: ProjectToOpen): Promise<Untold | null> => {
    try {
      const project = await packer.call((api) => api.readProject(source), PACK_DEADLINE);
      const { changed, added, missing } = project;
      actions.importProject(project);
      const asItWas = changed.length + added.length + missing.length === 0;
      return asItWas ? null : { kind: 'project-changed', file: name, changed, added, missing };
    } catch (error) {
      return { kind: 'project-refused', file: name, error: asBinsightError(error) };
    }
  };

  const openAll = async (projects: readonly ProjectToOpen[]): Promise<void> => {
    const notices: Untold[] = [];
    for (const project of projects) {
      const notice = await open(project);
      if (notice) notices.push(notice);
      store.setState(({ opening }) => ({ opening: opening.slice(1) }));
    }
    // Not before: a project that opens takes away what was said of the one before.
    for (const notice of notices) actions.notify(notice);
  };

  /** Each is a step to undo, so they come one after another. */
  let last: Promise<void> = Promise.resolve();

  return {
    async make(kind) {
      const { makeFile } = await loadMakers();
      return await makeFile(kind, sources);
    },
    async makeAside(records) {
      const blob = await packer.call((api) => api.packAside(records, sources.now()), PACK_DEADLINE);
      return { name: 'Set aside by Binsight.zip', blob };
    },
    openProjects(projects) {
      store.setState(({ opening }) => ({ opening: [...opening, ...projects.map(({ name }) => name)] }));
      last = last.then(() => openAll(projects));
      return last;
    },
  };
}
