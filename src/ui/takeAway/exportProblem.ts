// Why something to take away could not be made, and what to do.

import type { BinsightError } from '../../core/errors.ts';
import { size } from '../saving/savingSentences.ts';
import { networkProblem } from '../sentences.ts';

/** @param what could not be made: the name on its button */
export function exportProblem(what: string, error: BinsightError): string {
  const { code, detail } = error;
  const photo = detail.photo ?? detail.file ?? 'A photo';
  switch (code) {
    case 'photo-lost':
      return `${what} could not be made: ${photo} is no longer in this browser’s storage. Remove it or drop it again, then try once more.`;
    case 'photo-damaged':
      return `${what} could not be made: what this browser has kept of ${photo} is damaged. Remove it or drop it again, then try once more.`;
    case 'photo-unreadable':
      return `${what} could not be made: ${photo} was moved, changed or deleted since it was dropped here. Drop it again, then try once more.`;
    case 'archive-too-many':
      return `${what} could not be made: a project file holds at most ${Number(detail.limit).toLocaleString('en-GB')} photos. Take some out, or duplicate the project and halve each.`;
    case 'archive-too-large':
      return `${what} could not be made: ${detail.entry === undefined ? 'all photos together have' : `${detail.entry} has`} more than ${size(Number(detail.limit))}. Take some out, then try once more.`;
    case 'archive-no-room':
      return `${what} could not be made: the disk, or this browser’s share of it, has no room for it. Free some space, then try once more.`;
    case 'worker-missing':
      return `${what} could not be made: a part of this page could not be fetched. Check the connection, then try again.`;
    case 'worker-timeout':
      return `${what} could not be made: it took longer than ${detail.seconds} s. Take some photos out, or try again.`;
    default:
      return code.startsWith('model-')
        ? `${what} could not be made, for it needs the network: ${networkProblem(error)}`
        : `${what} could not be made: something went wrong inside this page (${code}${detail.reason ? `: ${detail.reason}` : ''}). Try again.`;
  }
}
