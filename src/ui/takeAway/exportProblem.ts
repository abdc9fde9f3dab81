// Why something to take away could not be made, and what to do.

import type { BinsightError } from '../../core/errors.ts';
import { size } from '../saving/savingSentences.ts';
import { networkProblem } from '../sentences.ts';
import { words } from '../words/words.ts';
import type { TakenKind } from './useExport.ts';

/** @param what could not be made; `aside` is what was set aside */
export function exportProblem(what: TakenKind | 'aside', error: BinsightError): string {
  const { code, detail } = error;
  const said = words.takeAway;
  const photo = detail.photo ?? detail.file;
  const name = photo === undefined ? undefined : String(photo);
  switch (code) {
    case 'photo-lost':
      return said.lost(what, name);
    case 'photo-damaged':
      return said.damaged(what, name);
    case 'photo-unreadable':
      return said.moved(what, name);
    case 'archive-too-many':
      return said.tooMany(what, Number(detail.limit).toLocaleString(words.locale));
    case 'archive-too-large': {
      const limit = size(Number(detail.limit));
      return detail.entry === undefined
        ? said.tooLarge(what, limit)
        : said.entryTooLarge(what, String(detail.entry), limit);
    }
    case 'archive-no-room':
      return said.noRoom(what);
    // The person chose another backend while it was being made.
    case 'backend-refused':
      return said.refused(what, said.atHalfPrecision);
    case 'worker-missing':
      return said.notFetched(what);
    case 'worker-timeout':
      return said.tooSlow(what, Number(detail.seconds));
    default:
      return code.startsWith('model-')
        ? said.noNetwork(what, networkProblem(error))
        : said.broken(what, `${code}${detail.reason ? `: ${detail.reason}` : ''}`);
  }
}
