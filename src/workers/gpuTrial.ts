// GPUs put to the test, behind the back of what is in use: which of them is right, and faster?

import { asBinsightError, BinsightError } from '../core/errors.ts';
import { refusal } from '../network/refusals.ts';
import { type BackendNote, reasonOf } from './backendNotes.ts';
import type { BackendName, BatchTime, NetworkInfo } from './contract.ts';
import { type Lane, timesOf } from './lane.ts';

export const GPUS = ['webgpu', 'webgl'] as const;
/** Sizes to try; the first is also what a single photo costs. */
const BATCHES = [1, 4, 8];
/** A GPU has to be this much faster: a change of horses is not for nothing. */
const WORTH_IT = 0.9;

interface TrialDuties {
  readonly createLane: (backend: BackendName) => Lane;
  /** Hears which one is being tried; null when it is over. */
  readonly onTrying: (backend: BackendName | null) => void;
  /** Hears how fast it is, or why it is not taken. */
  readonly note: (backend: BackendName, note: BackendNote) => void;
}

interface Found {
  readonly lane: Lane;
  readonly info: NetworkInfo;
  readonly time: BatchTime;
}

/**
 * @param batch what is known to suit it; null to find out
 * @param photoMs milliseconds of a photo on what is in use
 * @returns the fastest, ready for photos; null where none is worth it
 */
export async function findFasterGpu(
  candidates: readonly BackendName[],
  batch: number | null,
  photoMs: number,
  duties: TrialDuties,
): Promise<Found | null> {
  let best: Found | null = null;
  for (const backend of candidates) {
    const found = await tryGpu(backend, batch, duties);
    const limit = best?.time.photoMs ?? photoMs * WORTH_IT;
    if (!found || found.time.photoMs >= limit) {
      found?.lane.client.stop();
      continue;
    }
    best?.lane.client.stop();
    best = found;
  }
  return best;
}

/** @returns null for a backend that is not there, or not right */
async function tryGpu(
  backend: BackendName,
  batch: number | null,
  { createLane, onTrying, note }: TrialDuties,
): Promise<Found | null> {
  onTrying(backend);
  const lane = createLane(backend);
  try {
    const info = await lane.client.ready();
    if (info?.arithmetic === 'half') {
      // The exported classifier computes in full precision: its scores have to be the page's.
      throw refusal('only half precision');
    }
    const times = await timesOf(lane, batch === null ? BATCHES : [1, batch]);
    const [time] = [...times].sort((a, b) => a.photoMs - b.photoMs);
    if (!info || !time) throw new BinsightError('worker-failed', { worker: 'featurizer' });
    note(backend, { kind: 'time', ...time });
    return { lane: { ...lane, batch: time.batch, isReady: true }, info, time };
  } catch (error) {
    note(backend, { kind: 'refused', reason: reasonOf(asBinsightError(error)) });
    lane.client.stop();
    return null;
  } finally {
    onTrying(null);
  }
}
