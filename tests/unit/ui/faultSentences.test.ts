// What befalls the page, in sentences that name the cause and what to do.

import { expect, it } from 'vitest';
import { BinsightError, type ErrorCode, type ErrorDetail } from '../../../src/core/errors.ts';
import { projectProblem } from '../../../src/ui/projects/projectProblem.ts';
import {
  evaluationProblem,
  networkProblem,
  photoProblem,
  trainingProblem,
} from '../../../src/ui/sentences.ts';
import { exportProblem } from '../../../src/ui/takeAway/exportProblem.ts';

type Say = (error: BinsightError) => string;

const SPEAKERS: Readonly<Record<string, Say>> = {
  photo: photoProblem,
  network: networkProblem,
  training: trainingProblem,
  evaluation: evaluationProblem,
  export: (error) => exportProblem('report', error),
  project: (error) => projectProblem('cars.zip', error),
};

it.each(Object.entries(SPEAKERS))('a part of the page that does not come: %s', (_, say) => {
  const sentence = say(new BinsightError('worker-missing', { worker: 'x' }));
  expect(sentence).toContain('part of this page');
  expect(sentence).toContain('could not be fetched');
  expect(sentence).toMatch(/check the connection.*\.$/i);
  expect(sentence).not.toMatch(/worker|missing|undefined/);
});

it.each<[Say, ErrorCode, ErrorDetail]>([
  [networkProblem, 'backend-none', { tried: 'wasm: not enough memory; cpu: not enough memory' }],
  [photoProblem, 'worker-failed', { reason: 'Error: RangeError: Array buffer allocation failed' }],
  [photoProblem, 'worker-failed', { reason: 'Uncaught RangeError: Out of memory' }],
  [photoProblem, 'photo-no-canvas', {}],
])('memory that is short is not blamed on anything else: %#', (say, code, detail) => {
  expect(say(new BinsightError(code, detail))).toMatch(/memory.*close other tabs/i);
});
