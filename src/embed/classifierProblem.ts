// Why a classifier could not be loaded or asked, in a sentence for people: the file, the cause and the remedy.

import { BinsightError } from '../core/errors.ts';
import { readModelId } from '../core/modelId.ts';

const AGAIN = 'Take the model bundle away from Binsight once more.';
const NO_CONNECTION = 'Check the connection, and try again.';

/** @param error whatever loadPhotoClassifier or classify threw */
export function classifierProblem(error: unknown): string {
  if (!(error instanceof BinsightError)) return unexpected(error);
  const { code, detail } = error;
  const { file } = detail;
  switch (code) {
    case 'model-file-missing':
      return `There is no ${file} that could be read among the chosen files. Unpack the model bundle, and choose it there.`;
    case 'model-unknown':
      if (detail.here === undefined)
        return `${file} is not as Binsight writes it${detail.reason === undefined ? '' : ` (${detail.reason})`}. ${AGAIN}`;
      // By an older version: now Binsight does not hand it out.
      if (readModelId(String(detail.taught)).isHalf)
        return `${file} was taught at half precision (${detail.taught}), and here it is computed in full, so the scores would be others. In Binsight, choose WASM or plain JavaScript in the status bar. ${AGAIN}`;
      return `${file} was taught on ${detail.taught}, and the weights here are ${detail.here}. Put the weights it was taught on beside this page: npm run prepare-model makes them.`;
    case 'model-missing':
      return 'The weights of Inception v1 are not on this server. Put the folder public/models/inception-v1 of a Binsight that was set up there.';
    case 'model-network':
      return `${file} could not be fetched (${typeof detail.status === 'number' ? `HTTP ${detail.status}` : detail.status}). ${NO_CONNECTION}`;
    case 'model-checksum':
      return `${file} is damaged: its SHA-256 is not the expected one. Copy the folder of the weights to the server again.`;
    case 'backend-none':
      return `This browser has no way of computing that works (${detail.tried}). Update it, or take another one.`;
    case 'photo-no-canvas':
      return 'This browser gives the page nothing to draw photos on. Update it; if memory is short, close other pages, or save the photo smaller.';
    default:
      return unexpected(error);
  }
}

const unexpected = (error: unknown): string =>
  `Something went wrong inside the classifier (${error instanceof Error ? error.message : error}). Reload the page, and try again.`;
