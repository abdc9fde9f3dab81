// Where the network's weights come from: the server, else what the user gave this browser.

import { asBinsightError } from '../core/errors.ts';
import { keptModel } from './keptModel.ts';
import { arrived, type IncomingModel } from './loadModel.ts';

/**
 * Uses the model that is served with the page, else the one that the user gave it before: also where the first one
 * fails half-way, when nothing that was made of it may stay.
 * @param served from `fetchModel`
 * @param again from `fetchModel` past all caches: what one of them has wrong, the server may have right
 * @throws what `use` throws, and BinsightError as `fetchModel`
 */
export async function withModel<Answer>(
  served: Promise<IncomingModel>,
  use: (model: IncomingModel) => Promise<Answer>,
  again?: () => Promise<IncomingModel>,
): Promise<Answer> {
  try {
    return await use(await served);
  } catch (error) {
    const { code } = asBinsightError(error);
    const isWrong = code === 'model-checksum' || code === 'model-unknown';
    if (isWrong && again) return await withModel(again(), use);
    const kept = code.startsWith('model-') ? await keptModel() : null;
    if (!kept) throw error;
    return await use(arrived(kept));
  }
}
