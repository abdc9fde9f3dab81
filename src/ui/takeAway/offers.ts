// What can be taken away: how large it roughly is, and why it cannot be had yet.

import { readModelId } from '../../core/modelId.ts';
import { isUntouched, type PhotoKey, photosIn, TRAY } from '../../store/project.ts';
import type { State } from '../../store/state.ts';
import { size } from '../saving/savingSentences.ts';
import { words } from '../words/words.ts';
import type { TakenKind } from './useExport.ts';

/** In the order in which they stand on the page. */
export const OFFERS: readonly TakenKind[] = ['project', 'bundle', 'head', 'csv', 'report'];

/** Why there is nothing to make yet; null when there is. */
export function whyNot(
  kind: TakenKind,
  state: Pick<State, 'history' | 'trained' | 'work' | 'modelId'>,
): string | null {
  const { present } = state.history;
  if (kind === 'project') return isUntouched(present) ? words.takeAway.noProject : null;
  if (!state.trained) return words.takeAway.noTraining;
  // Outside the page a classifier is computed in full precision, and its scores have to be the page's.
  if (kind === 'bundle' || kind === 'head') {
    return readModelId(state.modelId ?? '').isHalf ? words.takeAway.atHalfPrecision : null;
  }
  if (kind !== 'csv') return null;
  const isJudged = photosIn(present, TRAY).some(({ key }) => state.work[key]?.status === 'ready');
  return isJudged ? null : words.takeAway.noVerdicts;
}

/** Bytes, measured: of a number in a model.json, and of a bundle with the network in 8 bits (11 MB packed) or in more. */
const NUMBER_BYTES = 13.5;
const BUNDLE_BYTES = { uint8: 11e6, float16: 28e6, float32: 28e6 } as const;

/**
 * @param bytesOf a photo's; undefined where they are not known without reading it
 * @returns roughly how many bytes it will have; null where nobody knows before it is made
 */
export function roughSize(
  kind: TakenKind,
  { history, network, trained }: Pick<State, 'history' | 'network' | 'trained'>,
  bytesOf: (key: PhotoKey) => number | undefined,
): number | null {
  switch (kind) {
    case 'project': {
      const bytes = history.present.photos.map(({ key }) => bytesOf(key));
      return bytes.reduce<number | null>((sum, n) => (sum === null || n === undefined ? null : sum + n), 0);
    }
    case 'bundle':
      return network.status === 'ready' ? BUNDLE_BYTES[network.info.precision] : null;
    case 'head': {
      const rows = trained?.classifier.boundaries ?? [];
      return trained
        ? rows.reduce((sum, row) => sum + row.weights.length, trained.classifier.scaling.mean.length) *
            NUMBER_BYTES
        : null;
    }
    case 'csv':
    case 'report':
      return null;
  }
}

export const fileSize = (bytes: number): string =>
  bytes < 1e6 ? words.takeAway.kilobytes(Math.max(1, Math.round(bytes / 1e3))) : size(bytes);
