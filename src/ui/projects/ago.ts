// How long ago something was, never more exact than anybody wants it.

import { words } from '../words/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @param when milliseconds since 1970, as is `now`; a clock that was put back may have it lie ahead
 * @returns words to follow a verb: `just now`, `5 min ago`, `3 h ago`, `yesterday`, `6 days ago`, `on 4 May 2026`
 */
export function ago(when: number, now: number): string {
  const says = words.saving.ago;
  const passed = now - when;
  if (passed < MINUTE) return says.justNow;
  if (passed < HOUR) return says.minutes(Math.floor(passed / MINUTE));
  if (passed < DAY) return says.hours(Math.floor(passed / HOUR));
  const days = Math.floor(passed / DAY);
  if (days === 1) return says.yesterday;
  if (days < 31) return says.days(days);
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return says.on(new Date(when).toLocaleDateString(words.locale, date));
}

/** Whole days until something that was marked at `when` has lain there for `days`; from 0 to `days`. */
export const daysLeft = (when: number, now: number, days: number): number =>
  Math.min(days, Math.max(0, Math.ceil((when + days * DAY - now) / DAY)));
