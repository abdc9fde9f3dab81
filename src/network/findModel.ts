// Where the network's weights come from: the server, else what the user gave this browser.

import { keptModel } from './keptModel.ts';
import { fetchModel, type LoadProgress, type VerifiedModel } from './loadModel.ts';

/**
 * The model that is served with the page, else the one the user gave it before.
 * @throws BinsightError as fetchModel
 */
export async function findModel(base: string, onProgress: LoadProgress): Promise<VerifiedModel> {
  try {
    return await fetchModel(base, onProgress);
  } catch (error) {
    const kept = await keptModel();
    if (kept) return kept;
    throw error;
  }
}
