// The talk's slides, as photos come and go.

import { describe, expect, it } from 'vitest';
import { firstOf, placeOf, STORY, slideAfter, slidesOf } from '../../../../src/ui/talk/slides.ts';

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
});
