// Every change of the project returns a new one, and leaves the old one as it was.

import { describe, expect, it } from 'vitest';
import * as project from '../../../src/store/project.ts';
import { type Project, TRAY } from '../../../src/store/project.ts';
import { EMPTY_PROJECT, photo, projectWith } from '../../support/project.ts';

const three = projectWith(photo('a', 'bin-1'), photo('b', 'bin-2'), photo('c', TRAY));
const keys = (p: Project) => p.photos.map(({ key }) => key);
const labels = (p: Project) => p.bins.map(({ label }) => label);

describe('photos', () => {
  it('are added behind the others', () => {
    expect(keys(project.addPhotos(three, [photo('d', TRAY), photo('e', 'bin-1')]))).toEqual([...'abcde']);
    expect(keys(three)).toEqual([...'abc']);
  });

  it('are found by place', () => {
    expect(project.photosIn(three, 'bin-2').map(({ key }) => key)).toEqual(['b']);
  });

  it('move to the end of their new place', () => {
    const moved = project.movePhotos(three, new Set(['a', 'c']), 'bin-2');
    expect(project.photosIn(moved, 'bin-2').map(({ key }) => key)).toEqual([...'bac']);
    expect(three.photos[0]?.place).toBe('bin-1');
  });

  it('that are there already stay where they are', () => {
    const moved = project.movePhotos(three, new Set(['a', 'b']), 'bin-1');
    expect(keys(moved)).toEqual([...'acb']);
    expect(project.movePhotos(three, new Set(['a']), 'bin-1')).toBe(three);
    expect(project.movePhotos(three, new Set(['x']), 'bin-1')).toBe(three);
    // A bin that has just been removed.
    expect(project.movePhotos(three, new Set(['a']), 'bin-9')).toBe(three);
  });

  it('are removed by key', () => {
    expect(keys(project.removePhotos(three, new Set(['b', 'x'])))).toEqual([...'ac']);
    expect(project.removePhotos(three, new Set(['x']))).toBe(three);
  });

  it('are cleared without their bins', () => {
    expect(project.clearPhotos(three)).toEqual(EMPTY_PROJECT);
    expect(project.clearPhotos(EMPTY_PROJECT)).toBe(EMPTY_PROJECT);
  });
});

describe('bins', () => {
  it('begin as classic and modern', () => {
    expect(labels(EMPTY_PROJECT)).toEqual(['classic', 'modern']);
  });

  it('are found by label whatever its case, and blanks around it', () => {
    expect(project.findBin(three, ' Modern ')?.id).toBe('bin-2');
    expect(project.findBin(three, 'moder')).toBeUndefined();
  });

  it('are renamed, blanks trimmed', () => {
    expect(labels(project.renameBin(three, 'bin-1', ' old cars '))).toEqual(['old cars', 'modern']);
  });

  it.each([
    ['an empty name', '  '],
    ["another bin's name", 'MODERN'],
    ["the tray's folder name", 'Test'],
    ['the word for photos of no bin', ' Neither '],
    ['a name that is too long', 'x'.repeat(41)],
    ['the same name', 'classic'],
  ])('keep their name when given %s', (_, label) => {
    expect(project.renameBin(three, 'bin-1', label)).toBe(three);
  });

  it('are added with an id of their own', () => {
    const added = project.addBin(three, 'beetles');
    expect(added.bins.at(-1)).toEqual({ id: 'bin-3', label: 'beetles' });
    expect(project.addBin(project.removeBin(added, 'bin-2'), 'x').bins.map(({ id }) => id)).toEqual([
      'bin-1',
      'bin-3',
      'bin-4',
    ]);
    expect(project.addBin({ ...EMPTY_PROJECT, bins: [] }, 'x').bins[0]?.id).toBe('bin-1');
  });

  it('take their photos with them when removed', () => {
    const removed = project.removeBin(three, 'bin-1');
    expect(labels(removed)).toEqual(['modern']);
    expect(keys(removed)).toEqual([...'bc']);
  });

  it('get a number that is not taken when nobody names them', () => {
    expect(project.nextLabel(three)).toBe('bin 3');
    expect(project.nextLabel(three, 'Fach')).toBe('Fach 3');
    expect(project.nextLabel(project.renameBin(three, 'bin-1', 'Bin 3'))).toBe('bin 4');
  });

  it('that nobody used make room, but not the used or renamed ones', () => {
    const onlyModern = projectWith(photo('a', 'bin-2'));
    expect(labels(project.dropUnusedDefaults(EMPTY_PROJECT))).toEqual([]);
    expect(labels(project.dropUnusedDefaults(onlyModern))).toEqual(['modern']);
    const renamed = project.renameBin(EMPTY_PROJECT, 'bin-1', 'old');
    expect(labels(project.dropUnusedDefaults(renamed))).toEqual(['old']);
  });
});

describe('a label', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['\u200b\u00a0', 'empty'],
    ['Modern ', 'taken'],
    ['CLASSIC', null],
    ['1990', null],
    ['🚗', null],
    ['TEST', 'test'],
    ['neither', 'neither'],
    [' NEITHER ', 'neither'],
    ['neither of them', null],
    ['x'.repeat(40), null],
    [` ${'🚗'.repeat(40)} `, null],
    ['x'.repeat(41), 'too-long'],
  ])('%j: %s', (label, problem) => {
    expect(project.labelProblem(three, 'bin-1', label)).toBe(problem);
  });

  it('that a bin has is none to refuse, whatever it is', () => {
    const long = 'a folder with a name that nobody would type, let alone read';
    const added = project.addBin(three, long);
    expect(project.labelProblem(added, 'bin-3', ` ${long}`)).toBeNull();
    expect(project.labelProblem(added, 'bin-1', long)).toBe('too-long');
  });

  it('from a folder is its name, but never the word for photos of no bin', () => {
    expect(project.labelFromFolder(' cats ')).toBe('cats');
    for (const folder of ['neither', 'Neither', ' NEITHER ']) {
      const label = project.labelFromFolder(folder);
      expect(label).toBe(`${folder.trim()} (bin)`);
      expect(project.labelProblem(three, 'bin-1', label)).toBeNull();
    }
  });
});

describe("a project's name", () => {
  it.each([
    [' Cars ', 'Cars', null],
    ['', three.name, 'empty'],
    [' \u200d ', three.name, 'empty'],
    ['x'.repeat(41), three.name, 'too-long'],
    ['x'.repeat(40), 'x'.repeat(40), null],
  ])('%j becomes %j: %s', (wanted, name, problem) => {
    expect(project.projectNameProblem(wanted)).toBe(problem);
    expect(project.renameProject(three, wanted).name).toBe(name);
  });

  it('that does not change is no new project', () => {
    expect(project.renameProject(three, ` ${three.name}`)).toBe(three);
  });
});

describe('settings', () => {
  it('begin with logits, C = 10, and neither allowed', () => {
    expect(EMPTY_PROJECT.settings).toEqual({ features: 'logits', C: 10, neither: true });
  });

  it.each([
    { features: 'pool5' },
    { C: 3 },
    { neither: false },
    { features: 'inception_4d', C: 0.1 },
  ] as const)('take %j, and keep the others', (changes) => {
    const changed = project.changeSettings(three, changes);
    expect(changed.settings).toEqual({ ...three.settings, ...changes });
    expect(changed).toMatchObject({ bins: three.bins, photos: three.photos });
    expect(three.settings).toEqual(EMPTY_PROJECT.settings);
    expect(project.holdsTheSame(three, changed)).toBe(false);
  });

  it('that are the same make no new project', () => {
    expect(project.changeSettings(three, {})).toBe(three);
    expect(project.changeSettings(three, { features: 'logits', C: 10, neither: true })).toBe(three);
  });

  it('stay when the photos are cleared', () => {
    const changed = project.changeSettings(three, { C: 3 });
    expect(project.clearPhotos(changed).settings).toBe(changed.settings);
  });
});
