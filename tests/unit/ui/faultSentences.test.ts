// What befalls the page, in sentences that name the cause and what to do.

import { afterEach, expect, it } from 'vitest';
import { BinsightError, type ErrorCode, type ErrorDetail } from '../../../src/core/errors.ts';
import { projectProblem } from '../../../src/ui/projects/projectProblem.ts';
import {
  backendText,
  evaluationProblem,
  networkProblem,
  photoProblem,
  trainingProblem,
} from '../../../src/ui/sentences.ts';
import { exportProblem } from '../../../src/ui/takeAway/exportProblem.ts';
import { de } from '../../../src/ui/words/de.tsx';
import { en } from '../../../src/ui/words/en.tsx';
import { speak } from '../../../src/ui/words/words.ts';

afterEach(() => speak(en));

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

it('what became of each backend is said in the page’s language; a browser’s own words stay', () => {
  const tried = 'wasm: not offered by this browser; webgl: Error: context lost: 1; cpu: only half precision';
  const error = new BinsightError('backend-none', { tried });
  expect(networkProblem(error)).toContain(`(${tried})`);
  expect(backendText({ kind: 'time', photoMs: 4.04, batch: 4 })).toBe('4.0 ms a photo, 4 at once');
  expect(backendText({ kind: 'failed', reason: 'not enough memory' })).toBe(
    'failed at a photo (not enough memory)',
  );
  speak(de);
  expect(networkProblem(error)).toContain(
    '(wasm: bietet dieser Browser nicht an; webgl: Error: context lost: 1; cpu: nur halbe Genauigkeit)',
  );
  expect(backendText({ kind: 'time', photoMs: 29, batch: 1 })).toBe('29 ms je Foto');
  expect(backendText({ kind: 'refused', reason: 'offered only in software' })).toBe(
    'nur in Software angeboten',
  );
});

it.each<[Say, ErrorCode, ErrorDetail]>([
  [networkProblem, 'backend-none', { tried: 'wasm: not enough memory; cpu: not enough memory' }],
  [photoProblem, 'worker-failed', { reason: 'Error: RangeError: Array buffer allocation failed' }],
  [photoProblem, 'worker-failed', { reason: 'Uncaught RangeError: Out of memory' }],
  [photoProblem, 'photo-no-canvas', {}],
])('memory that is short is not blamed on anything else: %#', (say, code, detail) => {
  expect(say(new BinsightError(code, detail))).toMatch(/memory.*close other tabs/i);
});
