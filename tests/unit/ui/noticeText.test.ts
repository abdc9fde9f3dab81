// The notices about projects and about what is taken away.

import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import type { Notice } from '../../../src/store/state.ts';
import { noticeText } from '../../../src/ui/noticeText.ts';
import { photoProblem, shortProblem } from '../../../src/ui/sentences.ts';
import { shortcut } from '../../../src/ui/shortcuts.ts';

const place = () => 'classic';

describe('notices', () => {
  it('say what stays as it was, and how to go on', () => {
    expect(noticeText({ id: 1, kind: 'open-elsewhere' }, place)).toMatch(/^Nothing was changed: .*Take over/);
    const deleted = noticeText({ id: 1, kind: 'project-deleted', name: 'Cars', unsaved: 0 }, place);
    expect(deleted).toMatch(/^“Cars” was deleted\. Undo brings it back, and for 30 days so does Projects/);
    const aside = [
      { name: 'Cars', damage: null },
      { name: 'Boats', damage: { photos: 2, bins: 1, settings: false } },
    ];
    expect(noticeText({ id: 1, kind: 'set-aside', aside }, place)).toContain(
      '“Cars” and 2 photos and a bin of “Boats”. The rest is here.',
    );
    const names = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'];
    expect(noticeText({ id: 1, kind: 'never-saved', project: 'Cars', names }, place)).toBe(
      'The page was closed before 4 photos of “Cars” were saved: a.jpg, b.jpg, c.jpg and 1 more. Add them again.',
    );
  });

  it('say where photos wait that are not saved', () => {
    const said = (count: number) =>
      noticeText({ id: 1, kind: 'photos-wait', project: 'project-1', name: 'Cars', count }, place);
    expect(said(1)).toMatch(/has changed “Cars” .* 1 photo of it .* open “Cars” here.* to add it\.$/);
    expect(said(2)).toMatch(/ 2 photos of it .* press Take over if that is offered, to add them\.$/);
  });

  it('name what a browser could not read of a folder, also where it has no name', () => {
    const said = (...names: string[]) => noticeText({ id: 1, kind: 'unreadable-drop', names }, place);
    expect(said('a.jpg')).toBe(
      'a.jpg could not be read. Drop its photos themselves, or choose them with the button.',
    );
    expect(said('')).toBe(
      'A file in that folder has a name that this browser cannot read. Rename it, and drop it again.',
    );
    expect(said('', 'a.jpg', '')).toMatch(/^a\.jpg could not be read\. .* 2 files in that folder have names/);
  });

  it('are not turned around by a name', () => {
    const names = ['photo \u202egnp.exe.jpg', '\u2067open.jpg'];
    expect(noticeText({ id: 1, kind: 'left-out', names }, place)).toBe(
      'Left out, because they are not photos: photo gnp.exe.jpg and open.jpg.',
    );
  });

  it('name the file that was refused, and what could not be made', () => {
    const error = new BinsightError('archive-not-a-zip');
    expect(noticeText({ id: 1, kind: 'project-refused', file: 'a.zip', error }, place)).toContain('a.zip');
    const lost = new BinsightError('photo-lost');
    expect(noticeText({ id: 1, kind: 'export-failed', what: 'report', error: lost }, place)).toContain(
      'Report could not be made',
    );
  });

  it('name what a project file lacks, and what is others or new in it', () => {
    const changed = (changes: Partial<Extract<Notice, { kind: 'project-changed' }>>) =>
      noticeText(
        {
          id: 1,
          kind: 'project-changed',
          file: 'Cars.binsight.zip',
          changed: [],
          added: [],
          missing: [],
          ...changes,
        },
        place,
      );
    expect(changed({ missing: ['a.jpg', 'b.jpg', 'c.jpg'] })).toBe(
      'Cars.binsight.zip was opened without 3 photos that are not in it: a.jpg, b.jpg and c.jpg.',
    );
    expect(changed({ missing: ['a.jpg'], changed: ['old/b.jpg'], added: ['old/c.jpg'] })).toBe(
      'Cars.binsight.zip was opened without 1 photo that is not in it: a.jpg. Not as when the file was written: old/b.jpg. Added to its folders since: old/c.jpg. They were taken as they are.',
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
