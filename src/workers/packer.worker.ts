// Packs and unpacks files off the main thread: hundreds of megabytes, and zips that nobody vouches for.

import { expose } from 'comlink';
import './transfer.ts';
import { packArchive } from '../export/archive/packArchive.ts';
import { projectEntries } from '../export/project/projectEntries.ts';
import { readProject } from '../export/project/readProject.ts';
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
};

expose(api);
