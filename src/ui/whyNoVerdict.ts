// Why there is no verdict on a test photo: it failed, or it is still on its way.

import type { PhotoWork } from '../store/state.ts';
import { photoProblem } from './sentences.ts';

/** @param hasNetwork is the network ready? */
export function whyNoVerdict(work: PhotoWork, hasNetwork: boolean): string {
  if (work.status === 'failed') return photoProblem(work.error);
  if (work.status === 'ready') return 'No verdict yet: two bins with a photo each are needed';
  if (!hasNetwork) return 'Waiting for the network';
  if (work.status === 'queued') return 'Waiting its turn';
  return work.picture ? 'The network is looking' : 'Reading';
}
