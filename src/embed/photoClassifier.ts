// The classifier as a component for other pages: what was taught here, in a few lines there. No React, no store; the
// same network and the same judging as the page's own.

import { BinsightError } from '../core/errors.ts';
import { readModelId } from '../core/modelId.ts';
import { explainTerms } from '../core/terms.ts';
import { MODEL_FILE, NOVELTY_FILE, parseModel } from '../export/model/modelFile.ts';
import { judgeFeatures, loadModel, type SavedModel } from '../export/model/savedModel.ts';
import type { BackendName } from '../network/backendNames.ts';
import { fetchLabels } from '../network/labels.ts';
import { fetchModel } from '../network/loadModel.ts';
import { squareOfBitmap } from '../network/square/squareOfBitmap.ts';
import { startAnyNetwork } from '../network/startNetwork.ts';

export interface PhotoClassifierOptions {
  /** Folder with the model bundle's model.json and novelty.f32; or these files themselves. */
  readonly model: string | URL | readonly File[];
  /** Folder with the prepared weights of Inception v1: public/models/inception-v1/. */
  readonly network: string | URL;
  /** This one alone; by default the first that computes the right numbers. */
  readonly backend?: BackendName;
}

export interface Classification {
  /** One of the model's labels, or `neither` for a photo that is like none of the training photos. */
  readonly label: string;
  /** Two labels: positive means the second. More: the winner's. */
  readonly score: number;
  /** score / |w| */
  readonly distance: number;
  /** One per label, in the order of `labels`. */
  readonly scores: readonly number[];
  /** 0..1; null where the model cannot tell. */
  readonly probability: number | null;
  /** To the most similar training photo: cosine, -1..1; null without novelty.f32, and then nothing is `neither`. */
  readonly similarity: number | null;
  /** What the score is made of, the largest first: the terms' values and `constant` add up to it. */
  readonly terms: readonly ClassificationTerm[];
  readonly constant: number;
}

export interface ClassificationTerm {
  /** The ImageNet class; a channel of the network where the model was taught with these. */
  readonly name: string;
  readonly value: number;
}

export interface PhotoClassifier {
  readonly labels: readonly string[];
  /**
   * @param image upright, as createImageBitmap gives it; decode with `{ colorSpaceConversion: 'none' }` to get the very
   *   numbers that the page gives
   */
  readonly classify: (image: ImageBitmap) => Promise<Classification>;
  /** Frees the network's memory. */
  readonly dispose: () => void;
}

/**
 * Loads the network and the model, each byte of the network's weights verified.
 * @throws BinsightError `model-…` and `backend-none` as the page, `model-file-missing` (file) where there is no
 *   model.json, `model-unknown` where it is none (reason), or was taught on other weights than `network` holds, or at
 *   half precision (taught, here); classifierProblem.ts has a sentence for each
 */
export async function loadPhotoClassifier({
  model,
  network,
  backend,
}: PhotoClassifierOptions): Promise<PhotoClassifier> {
  const base = folder(network);
  const [saved, weights, classNames] = await Promise.all([
    readModel(model),
    fetchModel(base.href, () => undefined),
    readLabels(new URL(LABELS_FILE, base)),
  ]);
  const { kind } = saved.file.features;
  const { id } = saved.file.network;
  const { precision, isHalf } = readModelId(id);
  const here = weights.manifest.precision;
  if (isHalf || precision !== here) {
    throw new BinsightError('model-unknown', { file: MODEL_FILE, taught: id, here });
  }
  const { network: inception } = await startAnyNetwork(weights, backend);
  return {
    labels: saved.file.labels,
    async classify(image) {
      const features = await inception.featurize(await squareOfBitmap(image));
      const row = features[kind];
      const { verdict, label, score, distance, scores, probability, similarity } = judgeFeatures(
        saved,
        row,
        features.logits,
      );
      const { boundaries, labels, scaling } = saved.classifier;
      const boundary = boundaries[boundaries.length === 1 ? 0 : labels.indexOf(label)];
      const { terms, constant } = boundary
        ? explainTerms(boundary, scaling, row)
        : { terms: [], constant: 0 };
      return {
        label: verdict,
        score,
        distance,
        scores,
        probability,
        similarity,
        terms: terms
          .map(({ index, value }) => ({ name: nameOf(index), value }))
          .sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
        constant,
      };
    },
    dispose: () => inception.dispose(),
  };

  function nameOf(index: number): string {
    return kind === 'logits' ? (classNames[index] ?? `class ${index}`) : `${kind} channel ${index}`;
  }
}

async function readModel(source: PhotoClassifierOptions['model']): Promise<SavedModel> {
  const read = isAddress(source)
    ? (name: string) => fetchFile(new URL(name, folder(source)), name)
    : (name: string) => readFile(source, name);
  const [model, novelty] = await Promise.all([read(MODEL_FILE), read(NOVELTY_FILE)]);
  if (!model) throw new BinsightError('model-file-missing', { file: MODEL_FILE });
  const parsed = parseModel(new TextDecoder().decode(model));
  try {
    return loadModel(parsed, novelty);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BinsightError('model-unknown', { file: NOVELTY_FILE, reason }, { cause });
  }
}

async function readFile(files: readonly File[], name: string): Promise<ArrayBuffer | null> {
  const file = files.find((candidate) => candidate.name === name);
  try {
    return file ? await file.arrayBuffer() : null;
  } catch (cause) {
    // Moved, changed or deleted since it was chosen.
    throw new BinsightError('model-file-missing', { file: name }, { cause });
  }
}

async function fetchFile(address: URL, name: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(address);
    if (response.status >= 500)
      throw new BinsightError('model-network', { file: name, status: response.status });
    // Some static hosts answer an unknown address with their front page.
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    return response.ok && !isPage ? await response.arrayBuffer() : null;
  } catch (cause) {
    if (cause instanceof BinsightError) throw cause;
    throw new BinsightError('model-network', { file: name, status: 'no answer' }, { cause });
  }
}

async function readLabels(address: URL): Promise<readonly string[]> {
  try {
    return await fetchLabels(address);
  } catch (cause) {
    throw new BinsightError('model-network', { file: LABELS_FILE, status: 'no list of classes' }, { cause });
  }
}

const LABELS_FILE = 'labels.txt';

/** With the slash at its end, without which its files would be looked for beside it. */
function folder(address: string | URL): URL {
  const url = new URL(address, document.baseURI);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

const isAddress = (source: PhotoClassifierOptions['model']): source is string | URL =>
  typeof source === 'string' || source instanceof URL;
