// Trains the support vector machine off the main thread.

import { expose } from 'comlink';
import './transfer.ts';
import { learnNovelty, nearestOfScaled, nearestSimilarities } from '../core/novelty.ts';
import { prepareTraining, scaleRows } from '../core/prepareTraining.ts';
import { mulberry32 } from '../core/random.ts';
import { rememberLast } from '../core/rememberLast.ts';
import { trainPrepared } from '../core/trainClassifier.ts';
import type { TrainAnswer, TrainerApi, TrainRequest } from './contract.ts';

/** ml-svm picks its second multipliers at random; with one seed the same photos always give the same model. */
const SEED = 1;

/** While C is dragged to and fro, the photos stay the same. */
const scale = rememberLast(scaleRows);
const nearestOf = rememberLast(nearestSimilarities);

function train(request: TrainRequest): TrainAnswer {
  const start = performance.now();
  const prepared = prepareTraining({ ...request, seed: SEED }, scale);
  const classifier = trainPrepared(prepared);
  const { rows, logits, targets } = request;
  const isOfLogits = rows.every((row, i) => row === logits[i]);
  const nearest = isOfLogits ? nearestOfScaled(prepared) : nearestOf(logits);
  const novelty = learnNovelty(logits, targets, nearest);
  return { classifier, novelty, ms: performance.now() - start };
}

/** The first training would take 20 ms for want of compiled code, the second takes 5: so the first is a dry run. */
function warmUp(): void {
  const random = mulberry32(SEED);
  const rows = Array.from({ length: 20 }, () => Float32Array.from({ length: 1000 }, random));
  train({ labels: ['a', 'b'], rows, targets: rows.map((_, i) => i % 2), logits: rows });
}

warmUp();
const api: TrainerApi = { train: async (request) => train(request) };
expose(api);
