// Packs and unpacks files off the main thread: hundreds of megabytes, and zips that nobody vouches for.

import { expose } from 'comlink';
import './transfer.ts';
import { BinsightError } from '../core/errors.ts';
import { readModelId } from '../core/modelId.ts';
import { packArchive } from '../export/archive/packArchive.ts';
import { asideEntries } from '../export/asideEntries.ts';
import { bundleFiles } from '../export/bundle/bundleFiles.ts';
import { projectEntries } from '../export/project/projectEntries.ts';
import { readProject } from '../export/project/readProject.ts';
import { fetchModel } from '../network/loadModel.ts';
import { MANIFEST_FILE } from '../network/manifestFile.ts';
import { withModel } from '../network/withModel.ts';
import type { PackerApi } from './contract.ts';

const api: PackerApi = {
  async packProject(project, date) {
    return await packArchive(projectEntries(project), { date });
  },
  async readProject(source) {
    return await readProject(source);
  },
  async packBundle(bundle, base, date) {
    const served = fetchModel(base, () => undefined);
    const model = await withModel(served, ({ whole }) => whole);
    const { precision } = model.manifest;
    if (readModelId(bundle.modelId).precision !== precision) {
      const reason = `learned with ${bundle.modelId}, but the weights here are ${precision}`;
      throw new BinsightError('model-unknown', { file: MANIFEST_FILE, reason });
    }
    return await packArchive(bundleFiles({ ...bundle, model }), { date });
  },
  async packAside(records, date) {
    return await packArchive(asideEntries(records), { date });
  },
};

expose(api);
