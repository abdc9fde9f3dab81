// Every sentence about what is kept in this browser.

import type { BinsightError } from '../../core/errors.ts';
import type { Saving, Usage } from '../../store/state.ts';
import type { Alone } from '../../store/storage/tabs.ts';
import { fixed } from '../sentences.ts';
import { sentenceFor } from '../words/errorSentences.ts';
import { words } from '../words/words.ts';

/** Whole megabytes below a gigabyte, and never less than one. */
export const size = (bytes: number): string =>
  bytes < 1e9
    ? words.numbers.megabytes(String(Math.max(1, Math.round(bytes / 1e6))))
    : words.numbers.gigabytes(fixed(bytes / 1e9, 1));

/**
 * A few words for the status bar.
 * @param stranded photos that wait for a project that another tab has
 */
export function savingWords(
  status: Exclude<Saving['status'], 'saving'>,
  usage: Usage | null,
  stranded = 0,
): string {
  const says = words.saving.status;
  switch (status) {
    case 'saved':
      if (stranded > 0) return says.stranded(stranded);
      // An empty database has some bytes, too.
      return usage && usage.used > 5e5 ? says.savedSize(size(usage.used)) : says.saved;
    case 'elsewhere':
      return says.elsewhere;
    case 'deleted':
      return says.deleted;
    case 'full':
    case 'off':
      return says.not;
  }
}

/** What the browser grants, and what it has promised. */
export function usageText(usage: Usage | null): string {
  const says = words.saving;
  if (!usage) return says.usageUnknown;
  return `${says.usage(size(usage.used), size(usage.granted))} ${usage.persistent ? says.promised : says.notPromised}`;
}

/** @param count photos that found no room; 0 when only other things did not */
export const fullText = (count: number): string =>
  count === 0 ? words.saving.notAllSaved : words.saving.notSaved(count);

/** Why deleted projects were not removed for good. */
export const clearingProblem = (why: Exclude<Alone, 'done'>): string =>
  why === 'unsure' ? words.saving.closeUnseenTabs : words.saving.closeOtherTabs;

/** Why nothing can be saved. */
export const storageProblem = (error: BinsightError): string => sentenceFor(words.saving.problem, error);

/** What to do about it. */
export const storageRemedy = (error: BinsightError): string => sentenceFor(words.saving.remedy, error);
