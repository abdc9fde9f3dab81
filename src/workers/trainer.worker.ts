// Trains the support vector machine off the main thread.

import { expose } from 'comlink';
import './transfer.ts';
import { trainClassifier } from '../core/trainClassifier.ts';
import type { TrainerApi } from './contract.ts';

/** ml-svm picks its second multipliers at random; with one seed the same photos always give the same model. */
const SEED = 1;

const api: TrainerApi = {
  async train(request) {
    const start = performance.now();
    const classifier = trainClassifier({ ...request, seed: SEED });
    return { classifier, ms: performance.now() - start };
  },
};

expose(api);
