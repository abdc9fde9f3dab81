// Makes what can be taken away from what the page holds, and brings a project file back in.

import { asBinsightError } from '../core/errors.ts';
import type { Actions } from '../store/actions.ts';
import type { PhotoFiles } from '../store/photoFiles.ts';
import type { Pipeline } from '../store/pipeline.ts';
import { settled } from '../store/settled.ts';
import type { AppStore } from '../store/state.ts';
import type { PackerApi } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import type { ExportKind, MadeFile, TakeAway } from './takeAway.ts';

interface Parts {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly packer: WorkerClient<PackerApi>;
  readonly files: PhotoFiles;
  readonly pipeline: Pick<Pipeline, 'readSquare'>;
  /** Address of the network's folder, ending in a slash. */
  readonly modelBase: string;
  readonly now: () => Date;
}

/** Milliseconds: a thousand big photos are several gigabytes. */
const DEADLINE = 600_000;

export function createTakeAway(parts: Parts): TakeAway {
  const { store, actions, files, pipeline, modelBase, now } = parts;
  const pack = whileNeeded(parts.packer);
  // Their code is fetched when it is first wanted, and never needed on the first screen.
  const makers: Readonly<Record<ExportKind, () => Promise<MadeFile>>> = {
    async project() {
      const { toPortable } = await import('./project/portableProject.ts');
      const { projectFileName } = await import('./project/projectEntries.ts');
      const { present } = store.getState().history;
      const project = await toPortable(present, files.read);
      const blob = await pack((api) => api.packProject(project, now()));
      return { name: projectFileName(present.name), blob };
    },
    async bundle() {
      const { gatherBundle } = await import('./bundle/gatherBundle.ts');
      const state = await settled(store);
      const { readSquare } = pipeline;
      const bundle = await gatherBundle(state, { read: files.read, readSquare }, now());
      const blob = await pack((api) => api.packBundle(bundle, modelBase, now()));
      return { name: `${await safeFileName(bundle.name)} model.zip`, blob };
    },
    async head() {
      const { gatherModel } = await import('./bundle/gatherBundle.ts');
      const { writeModel } = await import('./model/writeModel.ts');
      const json = writeModel(gatherModel(await settled(store), now()));
      return { name: 'model.json', blob: new Blob([json], { type: 'application/json' }) };
    },
  };

  return {
    make: (kind) => makers[kind](),
    async importFile(file) {
      try {
        actions.importProject(await pack((api) => api.readProject(file)));
      } catch (error) {
        actions.notify({ kind: 'project-refused', file: file.name, error: asBinsightError(error) });
      }
    },
  };
}

/** The packer goes when its last job is done: it has held hundreds of megabytes. */
function whileNeeded(packer: WorkerClient<PackerApi>) {
  let jobs = 0;
  return async <T>(job: (api: PackerApi) => Promise<T>): Promise<T> => {
    jobs++;
    try {
      return await packer.call(job, DEADLINE);
    } finally {
      jobs--;
      if (jobs === 0) packer.stop();
    }
  };
}

async function safeFileName(name: string): Promise<string> {
  const { safeName } = await import('./project/safeNames.ts');
  return safeName(name, 'project');
}
