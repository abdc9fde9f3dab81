// What is said about what this browser keeps.

import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import {
  clearingProblem,
  fullText,
  savingWords,
  size,
  storageProblem,
  storageRemedy,
  usageText,
} from '../../../../src/ui/saving/savingSentences.ts';

const USAGE = { used: 12_300_000, granted: 10.7e9, persistent: false };

describe('sentences about saving', () => {
  it.each([
    [0, '1 MB'],
    [12_300_000, '12 MB'],
    [999_000_000, '999 MB'],
    [10.74e9, '10.7 GB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(size(bytes)).toBe(words);
  });

  it('names the size once it is known', () => {
    expect(savingWords('saved', null)).toBe('Saved in this browser');
    expect(savingWords('saved', USAGE)).toBe('Saved in this browser, 12 MB');
    expect(savingWords('saved', { ...USAGE, used: 12_000 })).toBe('Saved in this browser');
    expect(savingWords('full', USAGE)).toBe('Not saved');
    expect(savingWords('off', null)).toBe('Not saved');
    expect(savingWords('saved', USAGE, 1)).toBe('1 photo not saved');
    expect(savingWords('elsewhere', USAGE)).toBe('Saved by another tab');
  });

  it('says what the browser has promised', () => {
    expect(usageText(USAGE)).toContain('has not promised');
    expect(usageText({ ...USAGE, persistent: true })).toContain('has promised to keep');
    expect(usageText(null)).toContain('does not say');
  });

  it('says of another tab only what is known of it', () => {
    expect(clearingProblem('not-alone')).toMatch(/^Another tab of Binsight is open/);
    expect(clearingProblem('unsure')).toMatch(/does not tell whether another tab/);
  });

  it('counts what found no room', () => {
    expect(fullText(1)).toMatch(/^1 photo is not saved/);
    expect(fullText(14)).toMatch(/^14 photos are not saved/);
    expect(fullText(0)).toMatch(/^Not everything is saved/);
  });

  it.each(['storage-none', 'storage-newer', 'storage-failed'] as const)(
    '%s has a cause and a remedy',
    (code) => {
      const error = new BinsightError(code, { reason: 'disk error' });
      expect(storageProblem(error)).toMatch(/^Nothing is saved: .*\.$/);
      expect(storageProblem(error).includes('disk error')).toBe(code === 'storage-failed');
      expect(storageRemedy(error)).toMatch(/take the project away as a file/i);
    },
  );
});
