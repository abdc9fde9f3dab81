// Makes each of the files from what the page holds.

import type { PhotoFiles } from '../store/photoFiles.ts';
import type { Pipeline } from '../store/pipeline.ts';
import { settled } from '../store/settled.ts';
import type { AppStore } from '../store/state.ts';
import type { PackerApi } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import { gatherBundle, gatherModel } from './bundle/gatherBundle.ts';
import { writeModel } from './model/writeModel.ts';
import { gatherProject } from './project/portableProject.ts';
import { projectFileName } from './project/projectEntries.ts';
import { safeName } from './project/safeNames.ts';
import { type ExportKind, type MadeFile, PACK_DEADLINE } from './takeAway.ts';

export interface Sources {
  readonly store: AppStore;
  readonly packer: WorkerClient<PackerApi>;
  readonly files: PhotoFiles;
  readonly pipeline: Pick<Pipeline, 'readSquare'>;
  /** Address of the network's folder, ending in a slash. */
  readonly modelBase: string;
  readonly now: () => Date;
}

/** Milliseconds: a model of half the photos would be another model. */
const LEARN_PATIENCE = 300_000;

export async function makeFile(kind: ExportKind, sources: Sources): Promise<MadeFile> {
  const { store, packer, files, pipeline, modelBase, now } = sources;
  switch (kind) {
    case 'project': {
      const { present } = store.getState().history;
      const { project, missing } = await gatherProject(present, files.read);
      const blob = await packer.call((api) => api.packProject(project, now()), PACK_DEADLINE);
      return { name: projectFileName(present.name), blob, missing };
    }
    case 'bundle': {
      const { readSquare } = pipeline;
      const state = await settled(store, LEARN_PATIENCE);
      const bundle = await gatherBundle(state, { read: files.read, readSquare }, now());
      const blob = await packer.call((api) => api.packBundle(bundle, modelBase, now()), PACK_DEADLINE);
      return { name: `${safeName(bundle.name, 'project')} model.zip`, blob };
    }
    case 'head': {
      const json = writeModel(gatherModel(await settled(store, LEARN_PATIENCE), now()));
      return { name: 'model.json', blob: new Blob([json], { type: 'application/json' }) };
    }
  }
}
