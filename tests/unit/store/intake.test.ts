// Where dropped files belong: the talk's folder layout, and what people drop instead.

import { describe, expect, it } from 'vitest';
import { type DroppedFile, planIntake } from '../../../src/store/intake.ts';
import { type Place, TRAY } from '../../../src/store/project.ts';

const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', md: 'text/markdown', txt: 'text/plain' };

function drop(path: string): DroppedFile {
  const name = path.split('/').at(-1) ?? '';
  return { file: new File(['x'], name, { type: TYPES[name.split('.').at(-1) ?? ''] ?? '' }), path };
}

/** What becomes of the paths: each place or label (labels in quotes) with its files in order. */
function plan(paths: readonly string[], onto: Place | null = null) {
  const { accepted, leftOut } = planIntake(paths.map(drop), onto);
  const places: Record<string, string[]> = {};
  for (const { file, target } of accepted) {
    const place = 'place' in target ? target.place : `"${target.label}"`;
    places[place] = [...(places[place] ?? []), file.name];
  }
  return { places, leftOut };
}

describe("the talk's folder", () => {
  const cars = ['cars/classic/a.jpg', 'cars/modern/b.jpg', 'cars/test/c.jpg', 'cars/classic/d.jpg'];
  const expected = { '"classic"': ['a.jpg', 'd.jpg'], '"modern"': ['b.jpg'], [TRAY]: ['c.jpg'] };

  it('fills one bin per subfolder, and the tray from "test"', () => {
    expect(plan(cars)).toEqual({ places: expected, leftOut: [] });
  });

  it.each([TRAY, 'bin-1'])('does so wherever it lands: on %s', (onto) => {
    expect(plan(cars, onto).places).toEqual(expected);
  });

  it.each(['/', './'])('does so with paths that begin with %s', (start) => {
    expect(plan(cars.map((path) => start + path)).places).toEqual(expected);
  });

  it.each([null, TRAY, 'bin-1'])('does so with its subfolders dropped side by side, on %s', (onto) => {
    const sideBySide = cars.map((path) => path.slice('cars/'.length));
    expect(plan(sideBySide, onto).places).toEqual(expected);
  });

  it('takes its loose photos for the tray', () => {
    expect(plan([...cars, 'cars/loose.jpg']).places).toEqual({ ...expected, [TRAY]: ['loose.jpg', 'c.jpg'] });
  });

  it('knows "Test " as well', () => {
    expect(plan(['cars/classic/a.jpg', 'cars/Test /c.jpg']).places[TRAY]).toEqual(['c.jpg']);
  });
});

describe('other folders', () => {
  it.each([
    ['on the page: its own bin', null, { '"beetles"': ['a.jpg', 'b.jpg'] }],
    ['on a bin: that bin', 'bin-2', { 'bin-2': ['a.jpg', 'b.jpg'] }],
    ['on the tray: the tray', TRAY, { [TRAY]: ['a.jpg', 'b.jpg'] }],
  ])('a folder of photos alone, %s', (_, onto, places) => {
    expect(plan(['beetles/b.jpg', 'beetles/a.jpg'], onto).places).toEqual(places);
  });

  it('a folder called test, on the page: the tray', () => {
    expect(plan(['test/a.jpg']).places).toEqual({ [TRAY]: ['a.jpg'] });
  });

  it('a folder called neither: a bin whose name is not that of photos of no bin', () => {
    expect(plan(['cars/Neither/a.jpg', 'cars/classic/b.jpg']).places).toEqual({
      '"classic"': ['b.jpg'],
      '"Neither (bin)"': ['a.jpg'],
    });
  });

  it('several folders at once: a bin each, loose photos beside them to the tray', () => {
    expect(plan(['cats/a.jpg', 'dogs/b.jpg', 'test/c.jpg', 'd.jpg']).places).toEqual({
      '"cats"': ['a.jpg'],
      '"dogs"': ['b.jpg'],
      [TRAY]: ['d.jpg', 'c.jpg'],
    });
  });

  it('deeper folders belong to the bin that they are in', () => {
    expect(
      plan(['cars/classic/2014/a.jpg', 'cars/classic/2015/raw/b.jpg', 'cars/modern/c.jpg']).places,
    ).toEqual({
      '"classic"': ['a.jpg', 'b.jpg'],
      '"modern"': ['c.jpg'],
    });
  });

  it.each([['cars/ classic /a.jpg'], ['cars/ /classic/a.jpg']])(
    'blanks around a name do not count: %s',
    (path) => {
      expect(plan([path]).places).toEqual({ '"classic"': ['a.jpg'] });
    },
  );
});

describe('loose photos', () => {
  it.each([
    [null, TRAY],
    [TRAY, TRAY],
    ['bin-1', 'bin-1'],
  ])('dropped on %s go to %s', (onto, place) => {
    expect(plan(['a.jpg', 'b.jpg'], onto).places).toEqual({ [place]: ['a.jpg', 'b.jpg'] });
  });

  it('stay where they were dropped when a folder of folders comes along', () => {
    expect(plan(['a.jpg', 'cars/classic/b.jpg'], 'bin-1').places).toEqual({
      'bin-1': ['a.jpg'],
      '"classic"': ['b.jpg'],
    });
  });
});

describe('what is no photo', () => {
  it('is left out by name when it lies in a folder', () => {
    const paths = ['cars/README.md', 'cars/classic/a.jpg', 'cars/classic/notes.txt'];
    expect(plan(paths)).toEqual({ places: { '"classic"': ['a.jpg'] }, leftOut: ['notes.txt', 'README.md'] });
  });

  it('is tried when it was dropped by itself, so that its tile can say what it is', () => {
    expect(plan(['notes.txt'])).toEqual({ places: { [TRAY]: ['notes.txt'] }, leftOut: [] });
  });

  it('is tried when nothing says what it is', () => {
    expect(plan(['cars/classic/IMG_0001']).places).toEqual({ '"classic"': ['IMG_0001'] });
  });

  it('is taken when it is hidden by a dot alone, and was dropped by itself', () => {
    expect(plan(['.a.jpg', '.DS_Store', '._a.jpg', '.a.jpg.icloud'])).toEqual({
      places: { [TRAY]: ['.a.jpg'] },
      leftOut: [],
    });
  });

  it.each([
    '.DS_Store',
    '.hidden/a.jpg',
    '__MACOSX/classic/a.jpg',
    'classic/._a.jpg',
    'classic/Thumbs.db',
    'classic/desktop.ini',
  ])('is not even mentioned when it is hidden: %s', (hidden) => {
    expect(plan(['cars/classic/a.jpg', `cars/${hidden}`])).toEqual({
      places: { '"classic"': ['a.jpg'] },
      leftOut: [],
    });
  });

  it('does not make a folder of photos look like a folder of folders when hidden', () => {
    expect(plan(['beetles/a.jpg', 'beetles/.cache/thumbs/a.jpg']).places).toEqual({ '"beetles"': ['a.jpg'] });
  });
});

it('keeps names in the order that people expect', () => {
  const names = ['car10.jpg', 'car9.jpg', 'Car1.jpg', 'car2.jpg'];
  expect(plan(names).places[TRAY]).toEqual(['Car1.jpg', 'car2.jpg', 'car9.jpg', 'car10.jpg']);
});

it('makes nothing of nothing', () => {
  expect(planIntake([], null)).toEqual({ accepted: [], leftOut: [] });
});
