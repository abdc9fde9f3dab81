// Why a look inside the network failed, and what to do.

import type { BinsightError } from '../../core/errors.ts';
import { networkProblem, photoProblem } from '../sentences.ts';
import { sentenceFor } from '../words/errorSentences.ts';
import { words } from '../words/words.ts';

export function insideProblem(error: BinsightError): string {
  if (error.code.startsWith('photo-')) return photoProblem(error);
  if (error.code.startsWith('model-') || error.code === 'backend-none') return networkProblem(error);
  return sentenceFor(words.inside.problem, error);
}
