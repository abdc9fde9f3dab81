// Why there is no verdict on a test photo: it failed, or it is still on its way.

import type { PhotoWork } from '../store/state.ts';
import { photoProblem } from './sentences.ts';
import { words } from './words/words.ts';

/** Of what is only waited for. @param hasNetwork is the network ready? */
export const whileComing = (hasNetwork: boolean): string =>
  hasNetwork ? words.page.test.looking : words.page.test.noNetwork;

/** @param hasNetwork is the network ready? */
export function whyNoVerdict(work: PhotoWork, hasNetwork: boolean): string {
  if (work.status === 'failed') return photoProblem(work.error);
  const says = words.page.test;
  if (work.status === 'ready') return says.tooFewBins;
  if (!hasNetwork) return says.noNetwork;
  if (work.status === 'queued') return says.queued;
  return work.picture ? says.looking : says.reading;
}
