// What the page says of a project that it does not open: a file, or a saved one.

import { describe, expect, it } from 'vitest';
import { BinsightError, type ErrorCode, type ErrorDetail } from '../../../../src/core/errors.ts';
import { projectProblem } from '../../../../src/ui/projects/projectProblem.ts';

const CASES: readonly [ErrorCode, ErrorDetail, string][] = [
  ['archive-not-a-zip', {}, 'no zip file'],
  ['archive-damaged', { reason: 'x' }, 'it is damaged or cut short'],
  ['archive-damaged', { entry: 'classic/a.jpg' }, 'classic/a.jpg in it is damaged'],
  ['archive-unreadable', {}, 'Choose it again'],
  ['archive-encrypted', { entry: 'a.jpg' }, 'password'],
  ['archive-unsupported', { entry: 'a.jpg' }, 'plain zip'],
  ['archive-path', { entry: '../evil' }, '(../evil)'],
  ['archive-link', { entry: 'a.jpg' }, 'a.jpg in it is only a link'],
  ['archive-twins', { entry: 'A.jpg', twin: 'a.jpg' }, '(A.jpg, a.jpg)'],
  ['archive-twins', { entry: 'a.jpg', twin: 'a.jpg' }, '(a.jpg)'],
  ['archive-too-many', { limit: 10_000 }, '10,000 files'],
  ['archive-too-large', { entry: 'a.jpg', limit: 256 * 2 ** 20 }, 'a.jpg in it has more than 268 MB'],
  ['archive-too-large', { limit: 4 * 2 ** 30 }, 'all that is in it has more than 4.3 GB'],
  ['archive-ratio', { entry: 'a.bin', limit: 200 }, '200 times'],
  ['project-not-one', {}, 'no project.json'],
  ['project-newer', { version: 2, known: 1 }, 'newer version'],
  ['project-invalid', { reason: 'bins' }, '(bins). Take another copy; or drop the folders of photos'],
  ['project-photo-missing', { photo: 'a.jpg', count: 1 }, 'a.jpg should be in it but is not'],
  [
    'project-photo-missing',
    { photo: 'a.jpg', count: 3 },
    'a.jpg and 2 more photos should be in it but are not',
  ],
  ['storage-none', {}, 'no storage. Allow it'],
  ['storage-newer', {}, 'newer version of Binsight has been used in this browser. Reload'],
  [
    'storage-failed',
    { reason: 'UnknownError: the disk' },
    'storage fails (UnknownError: the disk). Try again',
  ],
  ['worker-timeout', { seconds: 600 }, '600 s'],
  ['worker-failed', { reason: 'out of memory' }, 'worker-failed: out of memory'],
];

describe('a refused project file', () => {
  it.each(CASES)('%s %o', (code, detail, cause) => {
    const sentence = projectProblem('cars.zip', new BinsightError(code, detail));
    expect(sentence).toMatch(/^cars\.zip was not opened, and nothing was changed: /);
    expect(sentence).toContain(cause);
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/undefined|NaN|null/);
  });
});
