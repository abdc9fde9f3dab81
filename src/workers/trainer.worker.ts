// Trains the support vector machine off the main thread.

import { expose } from 'comlink';
import './transfer.ts';
import { learnNovelty } from '../core/novelty.ts';
import { mulberry32 } from '../core/random.ts';
import { trainClassifier } from '../core/trainClassifier.ts';
import type { TrainerApi } from './contract.ts';

/** ml-svm picks its second multipliers at random; with one seed the same photos always give the same model. */
const SEED = 1;

const api: TrainerApi = {
  async train(request) {
    const start = performance.now();
    const classifier = trainClassifier({ ...request, seed: SEED });
    const novelty = learnNovelty(request.logits, request.targets);
    return { classifier, novelty, ms: performance.now() - start };
  },
};

/** The first training would take 20 ms for want of compiled code, the second takes 5: so the first is a dry run. */
function warmUp(): void {
  const random = mulberry32(SEED);
  const rows = Array.from({ length: 20 }, () => Float32Array.from({ length: 1000 }, random));
  const targets = rows.map((_, i) => i % 2);
  trainClassifier({ labels: ['a', 'b'], rows, targets, seed: SEED });
  learnNovelty(rows, targets);
}

warmUp();
expose(api);
