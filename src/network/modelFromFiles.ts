// The model out of files that the user drops or chooses: the prepared folder, or the published caffemodel.

import { BinsightError } from '../core/errors.ts';
import { readCaffemodel } from './caffemodel.ts';
import { verifyModel } from './loadModel.ts';
import { MANIFEST_FILE } from './manifestFile.ts';
import { type PreparedModel, prepareModel } from './prepareModel.ts';
import { verifyTensors } from './verifyTensors.ts';

/**
 * @returns the prepared model, every byte of it verified
 * @throws BinsightError `model-no-files` when the files hold no model; else as `verifyModel`, `verifyTensors`
 *   and `readCaffemodel`
 */
export async function modelFromFiles(files: readonly File[]): Promise<PreparedModel> {
  const caffemodel = files.find(({ name }) => name.endsWith('.caffemodel'));
  if (caffemodel) {
    const tensors = readCaffemodel(new Uint8Array(await caffemodel.arrayBuffer()));
    await verifyTensors(tensors);
    return await prepareModel(tensors, 'uint8');
  }
  const manifest = files.find(({ name }) => name === MANIFEST_FILE);
  if (!manifest)
    throw new BinsightError('model-no-files', {
      file: files
        .map(({ name }) => name)
        .slice(0, 3)
        .join(', '),
    });
  const text = await manifest.text();
  const shards = await Promise.all(
    files
      .filter(({ name }) => name.endsWith('.bin'))
      .map(async (file) => ({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  // Other files may lie beside the model's; they are left.
  return { manifest: text, shards: (await verifyModel(text, shards)).shards };
}
