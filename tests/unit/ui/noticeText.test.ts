// The notices about projects and about what is taken away.

import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { noticeText } from '../../../src/ui/noticeText.ts';
import { photoProblem, shortProblem } from '../../../src/ui/sentences.ts';
import { shortcut } from '../../../src/ui/shortcuts.ts';

const place = () => 'classic';

describe('notices', () => {
  it('say what stays as it was, and how to go on', () => {
    expect(noticeText({ id: 1, kind: 'open-elsewhere' }, place)).toMatch(/^Nothing was changed: .*Take over/);
    const deleted = noticeText({ id: 1, kind: 'project-deleted', name: 'Cars' }, place);
    expect(deleted).toMatch(/^“Cars” was deleted\. Undo brings it back, and for 30 days so does Projects/);
    expect(noticeText({ id: 1, kind: 'set-aside', names: ['Cars', 'Boats'] }, place)).toContain(
      'Cars and Boats. They were put aside; the rest is here',
    );
  });

  it('name the file that was refused, and what could not be made', () => {
    const error = new BinsightError('archive-not-a-zip');
    expect(noticeText({ id: 1, kind: 'project-refused', file: 'a.zip', error }, place)).toContain('a.zip');
    const lost = new BinsightError('photo-lost');
    expect(noticeText({ id: 1, kind: 'export-failed', what: 'Report', error: lost }, place)).toContain(
      'Report could not be made',
    );
  });

  it('have a word and a sentence for a photo whose bytes are gone', () => {
    const lost = new BinsightError('photo-lost');
    expect(photoProblem(lost)).toMatch(/no longer in this browser’s storage.*Drop the photo again\.$/);
    expect(shortProblem(lost)).toBe('no longer here');
  });
});

describe('shortcuts', () => {
  it.each([
    ['Linux x86_64', 'Ctrl+Shift+Z', 'Control+Shift+Z'],
    ['Win32', 'Ctrl+Shift+Z', 'Control+Shift+Z'],
    ['MacIntel', '⇧⌘Z', 'Meta+Shift+Z'],
  ])('on %s: %s', (platform, shown, spoken) => {
    expect(shortcut('Z', true, platform)).toEqual({ shown, spoken });
  });
});
