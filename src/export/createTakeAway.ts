// Makes what can be taken away from what the page holds, and brings a project file back in.

import { asBinsightError } from '../core/errors.ts';
import type { Actions } from '../store/actions.ts';
import type { PhotoFiles } from '../store/photoFiles.ts';
import type { AppStore } from '../store/state.ts';
import type { PackerApi } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import type { ExportKind, MadeFile, TakeAway } from './takeAway.ts';

interface Parts {
  readonly files: PhotoFiles;
  readonly now: () => Date;
}

/** Milliseconds: a thousand big photos are several gigabytes. */
const DEADLINE = 600_000;

export function createTakeAway(
  store: AppStore,
  actions: Actions,
  packer: WorkerClient<PackerApi>,
  { files, now }: Parts,
): TakeAway {
  // Their code is fetched when it is first wanted, and never needed on the first screen.
  const makers: Readonly<Record<ExportKind, () => Promise<MadeFile>>> = {
    async project() {
      const { toPortable } = await import('./project/portableProject.ts');
      const { present } = store.getState().history;
      const project = await toPortable(present, files.read);
      const blob = await packer.call((api) => api.packProject(project, now()), DEADLINE);
      return { name: `${await fileName(present.name)}.binsight.zip`, blob };
    },
    bundle: () => Promise.reject(new Error('not yet')),
    head: () => Promise.reject(new Error('not yet')),
    csv: () => Promise.reject(new Error('not yet')),
  };

  return {
    make: (kind) => makers[kind](),
    async importFile(file) {
      try {
        const project = await packer.call((api) => api.readProject(file), DEADLINE);
        actions.importProject(project);
      } catch (error) {
        actions.notify({ kind: 'project-refused', file: file.name, error: asBinsightError(error) });
      }
    },
  };
}

async function fileName(name: string): Promise<string> {
  const { safeName } = await import('./project/safeNames.ts');
  return safeName(name, 'project');
}
