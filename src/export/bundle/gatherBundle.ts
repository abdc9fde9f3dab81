// From what the page holds to what a bundle is made of: plain values, with the bins' names as they are now.

import { BinsightError } from '../../core/errors.ts';
import { readModelId } from '../../core/modelId.ts';
import { NEITHER } from '../../core/novelty.ts';
import { refusal } from '../../network/refusals.ts';
import type { Photo, PhotoKey } from '../../store/project.ts';
import type { State, Trained } from '../../store/state.ts';
import { labelsNow } from '../../store/trainingSet.ts';
import { judgePhoto } from '../../store/verdicts.ts';
import { photoTypeOf } from '../archive/photoTypes.ts';
import type { ModelRequest } from '../model/writeModel.ts';
import type { BundleRequest } from './bundleFiles.ts';
import { samplesInTurn } from './samplesInTurn.ts';
import { MOST_SAMPLES, type SelfcheckSample } from './selfcheckFiles.ts';

/** All but the network's weights, which the worker fetches itself. */
export type GatheredBundle = Omit<BundleRequest, 'model'>;

export interface PhotoSources {
  readonly read: (key: PhotoKey) => Promise<Blob>;
  readonly readSquare: (key: PhotoKey) => Promise<Uint8Array>;
}

/** @throws BinsightError as `gatherModel` */
export async function gatherBundle(state: State, sources: PhotoSources, now: Date): Promise<GatheredBundle> {
  const { trained, labels } = learned(state);
  const { network, ...request } = gatherModel(state, now);
  const samples: SelfcheckSample[] = [];
  for (const photo of samplesInTurn(state)) {
    if (samples.length === MOST_SAMPLES) break;
    // One whose bytes are gone is no reason to keep the model back.
    const sample = await gatherSample(state, photo, labels, sources).catch(() => null);
    if (sample) samples.push(sample);
  }
  return { ...request, modelId: network.id, units: trained.units, classNames: state.classNames, samples };
}

/**
 * @throws BinsightError train-too-few where nothing was learned; backend-refused where that was from numbers of half
 *   precision: outside the page it is computed in full, and the scores would not be the page's
 */
export function gatherModel(state: State, now: Date): ModelRequest {
  const { history, evaluation, modelId } = state;
  const { trained, labels } = learned(state);
  const { classifier, novelty, set } = trained;
  const { name, settings } = history.present;
  const id = modelId ?? '';
  const { precision, isHalf } = readModelId(id);
  if (isHalf) throw refusal('only half precision');
  return {
    name,
    created: now.toISOString(),
    classifier: { ...classifier, labels },
    kind: set.kind,
    photos: set.binIds.map((_, k) => set.targets.filter((target) => target === k).length),
    novelty,
    neither: settings.neither,
    calibration: evaluation?.of === trained ? evaluation.calibration : null,
    // After a reload without a connection there are verdicts, but no network that could say.
    network: { id, precision: precision ?? 'uint8' },
  };
}

function learned({ trained, history }: State): { trained: Trained; labels: readonly string[] } {
  if (!trained) throw new BinsightError('train-too-few');
  return { trained, labels: labelsNow(trained.set, history.present.bins) };
}

async function gatherSample(
  { trained, work, history }: State,
  { key, name }: Photo,
  labels: readonly string[],
  { read, readSquare }: PhotoSources,
): Promise<SelfcheckSample | null> {
  const done = work[key];
  const verdict =
    trained && done?.status === 'ready' ? judgePhoto(trained, done.features, history.present.settings) : null;
  if (!trained || done?.status !== 'ready' || !verdict) return null;
  const [file, square] = await Promise.all([read(key), readSquare(key)]);
  return {
    name,
    file,
    mediaType: photoTypeOf(name) ?? (file.type || 'image/jpeg'),
    square,
    logits: done.features.logits,
    scores: verdict.scores,
    verdict: verdict.neither ? NEITHER : (labels[trained.set.binIds.indexOf(verdict.binId)] ?? ''),
    similarity: trained.novelty ? (verdict.neighbours[0]?.similarity ?? null) : null,
  };
}
