// How long ago something was, never more exact than anybody wants it.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @param when milliseconds since 1970, as is `now`; a clock that was put back may have it lie ahead
 * @returns words to follow a verb: `just now`, `5 min ago`, `3 h ago`, `yesterday`, `6 days ago`, `on 4 May 2026`
 */
export function ago(when: number, now: number): string {
  const passed = now - when;
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  const days = Math.floor(passed / DAY);
  if (days === 1) return 'yesterday';
  if (days < 31) return `${days} days ago`;
  return `on ${new Date(when).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}`;
}

/** Whole days until something that was marked at `when` has lain there for `days`; from 0 to `days`. */
export const daysLeft = (when: number, now: number, days: number): number =>
  Math.min(days, Math.max(0, Math.ceil((when + days * DAY - now) / DAY)));
