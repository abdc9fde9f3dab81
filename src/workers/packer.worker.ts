// Packs and unpacks files off the main thread: hundreds of megabytes, and zips that nobody vouches for.

import { expose } from 'comlink';
import './transfer.ts';
import { BinsightError } from '../core/errors.ts';
import { packArchive } from '../export/archive/packArchive.ts';
import { projectEntries } from '../export/project/projectEntries.ts';
import { readProject } from '../export/project/readProject.ts';
import { findModel } from '../network/findModel.ts';
import { MANIFEST_FILE } from '../network/manifest.ts';
import type { PackerApi } from './contract.ts';

const api: PackerApi = {
  async packProject(project, date, onProgress) {
    const total = project.photos.length;
    return await packArchive(projectEntries(project), {
      date,
      // The last entry is project.json.
      onProgress: (entries) => onProgress?.(Math.min(entries, total), total),
    });
  },
  async readProject(file, onProgress) {
    return await readProject(file, onProgress ? { onProgress } : {});
  },
  async packBundle(bundle, base, date) {
    const model = await findModel(base, () => undefined);
    const { precision } = model.manifest;
    if (!bundle.modelId.endsWith(precision)) {
      const reason = `learned with ${bundle.modelId}, but the weights here are ${precision}`;
      throw new BinsightError('model-unknown', { file: MANIFEST_FILE, reason });
    }
    // Its own code, because most visits need only a project's.
    const { bundleFiles } = await import('../export/bundle/bundleFiles.ts');
    return await packArchive(bundleFiles({ ...bundle, model }), { date });
  },
};

expose(api);
