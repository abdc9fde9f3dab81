// The talk's slides, as photos come and go.

import { describe, expect, it } from 'vitest';
import { TRAY } from '../../../../src/store/project.ts';
import {
  comerToShow,
  firstOf,
  placeOf,
  STORY,
  slideAfter,
  slidesOf,
  withTwin,
} from '../../../../src/ui/talk/slides.ts';
import { photo } from '../../../support/project.ts';

describe('slides', () => {
  const slides = slidesOf(['a', 'b']);

  it('go through the story, each test photo first asked and then answered', () => {
    expect(slides.map(({ story, photo, isAnswered }) => [story, photo, isAnswered].join(' ').trim())).toEqual(
      [
        'empty',
        'look',
        'bins',
        'learned',
        'tests a false',
        'tests a true',
        'tests b false',
        'tests b true',
        'wrong',
        'neither',
        'link',
      ],
    );
    expect(slidesOf([]).map(({ story }) => story)).toEqual(STORY);
  });

  it('have no question about a photo that cannot be used', () => {
    const some = slidesOf(['a', 'b'], new Set(['a']));
    expect(
      some.filter(({ story }) => story === 'tests').map(({ photo, isAnswered }) => [photo, isAnswered]),
    ).toEqual([
      ['a', true],
      ['b', false],
      ['b', true],
    ]);
    expect(some[placeOf(some, { story: 'tests', photo: 'a', isAnswered: false })]).toMatchObject({
      photo: 'a',
    });
  });

  it('can be walked from one end to the other and back, and end there', () => {
    let slide = firstOf(slides, 'empty');
    for (const expected of slides.slice(1)) {
      slide = slideAfter(slides, slide, 1);
      expect(slide).toEqual(expected);
    }
    expect(slideAfter(slides, slide, 1)).toEqual(slide);
    for (const expected of [...slides].reverse().slice(1)) {
      slide = slideAfter(slides, slide, -1);
      expect(slide).toEqual(expected);
    }
    expect(slideAfter(slides, slide, -1)).toEqual(slide);
  });

  it('are the first of their step where their photo has gone', () => {
    const gone = { story: 'tests', photo: 'c', isAnswered: true } as const;
    expect(slides[placeOf(slides, gone)]).toEqual({ story: 'tests', photo: 'a', isAnswered: false });
    expect(slidesOf([])[placeOf(slidesOf([]), gone)]).toEqual({ story: 'tests' });
  });

  it('go to the photo that lies there already, where the one that came was the same', () => {
    const come = { story: 'tests', photo: 'come', isAnswered: true } as const;
    const notice = { id: 1, kind: 'already-there', names: ['come.jpg'], place: TRAY } as const;
    expect(withTwin(come, [{ ...notice, twins: { other: 'a', come: 'b' } }])).toEqual({
      ...come,
      photo: 'b',
    });
    expect(withTwin(come, [{ ...notice, twins: { other: 'a' } }])).toBe(come);
    expect(withTwin({ story: 'look' }, [{ ...notice, twins: {} }])).toEqual({ story: 'look' });
  });

  it('begin with the first photo that comes to an empty tray or another, but not with what fills the bins', () => {
    const [a, b, c, d] = [photo('a', 'bin-1'), photo('b', TRAY), photo('c', TRAY), photo('d', 'bin-2')];
    expect(comerToShow([a], [a, b, c])).toBe('b');
    expect(comerToShow([b], [b, c])).toBe('c');
    expect(comerToShow([], [a, b, c, d])).toBeNull();
    expect(comerToShow([a, b, c], [a, b])).toBeNull();
  });
});
