// Why a project was not opened: in one sentence the file, the cause and the remedy.

import type { BinsightError } from '../../core/errors.ts';
import { size } from '../saving/savingSentences.ts';
import { grouped } from '../sentences.ts';
import { sentenceFor } from '../words/errorSentences.ts';
import { words } from '../words/words.ts';

/** @param file its name */
export function projectProblem(file: string, error: BinsightError): string {
  const limit = Number(error.detail.limit);
  const why = sentenceFor(words.saving.file, error, {
    limit: error.code === 'archive-too-large' ? size(limit) : grouped(limit),
  });
  return words.saving.notOpened(file, why);
}
