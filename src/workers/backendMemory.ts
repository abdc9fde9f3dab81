// What this browser is known to do best with, and what the person wants it to use: kept from visit to visit.

import { BACKENDS, type BackendName } from '../network/backendNames.ts';
import type { BackendNote, BackendNotes } from './backendNotes.ts';

/** What a trial has found. */
export interface TrialResult {
  readonly winner: BackendName;
  /** Photos that the winner takes at once. */
  readonly batch: number;
  /** What is to be said of each backend that was tried. */
  readonly notes: BackendNotes;
}

export interface BackendMemory {
  /** The last trial's result; null where there was none, or the browser is another one since. */
  readonly trial: () => TrialResult | null;
  readonly rememberTrial: (result: TrialResult | null) => void;
  /** null: whatever is fastest. */
  readonly wanted: () => BackendName | null;
  readonly rememberWanted: (backend: BackendName | null) => void;
}

const TRIAL = 'binsight-backend-trial';
const WANTED = 'binsight-backend';

/** @param browser what is another one after an update: its drivers and its speed may be others, too */
export function createBackendMemory(browser: string = navigator.userAgent): BackendMemory {
  return {
    trial() {
      const found = read(TRIAL);
      if (!isObject(found) || found.browser !== browser) return null;
      const { winner, batch, notes } = found;
      const isKnown = isBackend(winner) && Number.isInteger(batch) && Number(batch) > 0;
      return isKnown ? { winner, batch: Number(batch), notes: isObject(notes) ? knownOf(notes) : {} } : null;
    },
    rememberTrial: (result) => write(TRIAL, result && { browser, ...result }),
    wanted() {
      const found = read(WANTED);
      return isBackend(found) ? found : null;
    },
    rememberWanted: (backend) => write(WANTED, backend),
  };
}

const isBackend = (value: unknown): value is BackendName => BACKENDS.some((name) => name === value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const knownOf = (notes: Readonly<Record<string, unknown>>): BackendNotes =>
  Object.fromEntries(Object.entries(notes).filter(([name, note]) => isBackend(name) && isNote(note)));

const isNote = (value: unknown): value is BackendNote =>
  isObject(value) &&
  (value.kind === 'time'
    ? typeof value.photoMs === 'number' && typeof value.batch === 'number'
    : (value.kind === 'refused' || value.kind === 'failed') && typeof value.reason === 'string');

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Storage may be forbidden; then nothing is remembered.
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // See above.
  }
}
