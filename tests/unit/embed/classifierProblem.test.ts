// What another page says when its classifier cannot be loaded: sentences for people, never codes.

import { describe, expect, it } from 'vitest';
import { BinsightError, type ErrorCode, type ErrorDetail } from '../../../src/core/errors.ts';
import { classifierProblem } from '../../../src/embed/classifierProblem.ts';

const FAILURES: readonly (readonly [ErrorCode, ErrorDetail, readonly string[]])[] = [
  ['model-file-missing', { file: 'model.json' }, ['model.json', 'Unpack the model bundle']],
  ['model-unknown', { file: 'model.json', reason: 'no labels' }, ['model.json', '(no labels)', 'once more']],
  [
    'model-unknown',
    { file: 'model.json', taught: 'inception-v1/float32', here: 'uint8' },
    ['inception-v1/float32', 'uint8', 'npm run prepare-model'],
  ],
  [
    'model-unknown',
    { file: 'model.json', taught: 'inception-v1/uint8/half', here: 'uint8' },
    ['inception-v1/uint8/half', 'choose WASM or plain JavaScript', 'once more'],
  ],
  ['model-missing', {}, ['public/models/inception-v1']],
  ['model-network', { file: 'labels.txt', status: 503 }, ['labels.txt', 'HTTP 503', 'try again']],
  ['model-network', { file: 'a.bin', status: 'no answer' }, ['a.bin', '(no answer)']],
  ['model-checksum', { file: 'a.bin' }, ['a.bin', 'damaged', 'Copy']],
  ['backend-none', { tried: 'wasm: no answer' }, ['wasm: no answer', 'Update']],
  ['photo-no-canvas', {}, ['memory', 'smaller', 'Update']],
];

describe('a failure', () => {
  it.each(FAILURES)('%s with %j has its file, cause and remedy', (code, detail, parts) => {
    const sentence = classifierProblem(new BinsightError(code, detail));
    for (const part of parts) expect(sentence).toContain(part);
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toContain(code);
    expect(sentence).not.toMatch(/undefined/);
  });

  it('that nobody foresaw is told as it came, with what to try', () => {
    expect(classifierProblem(new Error('the backend gave no proper numbers'))).toBe(
      'Something went wrong inside the classifier (the backend gave no proper numbers). Reload the page, and try again.',
    );
    expect(classifierProblem('lost')).toContain('(lost)');
  });
});
