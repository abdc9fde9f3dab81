// Some notices wait until a person dismisses them, whatever is done meanwhile.

import type { Notice } from './state.ts';

/** More than these would hide the page. */
const MOST_NOTICES = 4;

/** They tell of something lost, perhaps to somebody who has just opened the page. */
const LASTING: ReadonlySet<Notice['kind']> = new Set([
  'export-without',
  'never-saved',
  'photos-wait',
  'set-aside',
  'newer-projects',
]);

export const isLasting = ({ kind }: Notice): boolean => LASTING.has(kind);

/** The last ones, and all that last; the newest is always among them. */
export function withoutTooMany(notices: readonly Notice[]): readonly Notice[] {
  const room = Math.max(1, MOST_NOTICES - notices.filter(isLasting).length);
  const passing = new Set(notices.filter((notice) => !isLasting(notice)).slice(-room));
  return notices.filter((notice) => isLasting(notice) || passing.has(notice));
}
