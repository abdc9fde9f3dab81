// Works out off the main thread how good a classifier is. Beside the trainer, so that it can be stopped at any time.

import { expose } from 'comlink';
import './transfer.ts';
import { calibrate } from '../core/evaluation/calibration.ts';
import { compareFeatures, compareHeads } from '../core/evaluation/compare.ts';
import { holdOutPrepared } from '../core/evaluation/heldOut.ts';
import { learningCurve } from '../core/evaluation/learningCurve.ts';
import { mapPhotos } from '../core/evaluation/photoMap.ts';
import { prepareTraining, scaleRows } from '../core/prepareTraining.ts';
import { rememberLast } from '../core/rememberLast.ts';
import type { EvaluationRequest, EvaluatorApi } from './contract.ts';

/** The same photos always give the same folds, samples and models. */
const SEED = 1;
const now = () => performance.now();

/** The same photos are asked about several times, and again with another C. */
const scale = rememberLast(scaleRows);
const prepare = (request: EvaluationRequest) => prepareTraining({ ...request, seed: SEED }, scale);

const api: EvaluatorApi = {
  async judge(request) {
    const start = now();
    const heldOut = holdOutPrepared(prepare(request));
    const calibration = calibrate(heldOut, request.targets);
    return { heldOut, calibration, ms: now() - start };
  },
  async curve(request) {
    const { gram, targets, C } = prepare(request);
    return learningCurve({ gram, targets, C, seed: SEED });
  },
  async compareFeatures(request) {
    return compareFeatures({ ...request, seed: SEED, now });
  },
  async compareHeads(request) {
    return compareHeads({ ...request, seed: SEED, now });
  },
  async map(request) {
    return mapPhotos(request);
  },
};

expose(api);
