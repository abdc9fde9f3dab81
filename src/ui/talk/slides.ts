// The story of the talk as a row of slides. Nothing of it is made up: each shows what the page has worked out.

import { type Photo, type PhotoKey, TRAY } from '../../store/project.ts';
import type { Notice } from '../../store/state.ts';

/** The steps of the story, as the stepper names them. */
export const STORY = ['empty', 'look', 'bins', 'learned', 'tests', 'wrong', 'neither', 'link'] as const;

export type Story = (typeof STORY)[number];

export interface Slide {
  readonly story: Story;
  /** Of a test photo: first it is asked what it is, then answered. */
  readonly photo?: PhotoKey;
  readonly isAnswered?: boolean;
}

/**
 * @param tests the photos to judge, in their order
 * @param refused those of them that cannot be used: there is nothing to guess
 */
export const slidesOf = (
  tests: readonly PhotoKey[],
  refused: ReadonlySet<PhotoKey> = new Set(),
): readonly Slide[] =>
  STORY.flatMap((story): readonly Slide[] => {
    if (story !== 'tests' || tests.length === 0) return [{ story }];
    return tests.flatMap((photo) => {
      const answer = { story, photo, isAnswered: true };
      return refused.has(photo) ? [answer] : [{ ...answer, isAnswered: false }, answer];
    });
  });

const isSame = (one: Slide, other: Slide): boolean =>
  one.story === other.story && one.photo === other.photo && one.isAnswered === other.isAnswered;

/** Where a slide is now that photos may have come, gone or been refused: else the first of its photo, or of its step. */
export function placeOf(slides: readonly Slide[], slide: Slide): number {
  const places = [
    (other: Slide) => isSame(other, slide),
    ({ photo }: Slide) => photo !== undefined && photo === slide.photo,
    ({ story }: Slide) => story === slide.story,
  ].map((isIt) => slides.findIndex(isIt));
  return places.find((place) => place >= 0) ?? 0;
}

/** The slide after, or before; at the ends the same. */
export function slideAfter(slides: readonly Slide[], slide: Slide, steps: 1 | -1): Slide {
  const next = Math.min(Math.max(placeOf(slides, slide) + steps, 0), slides.length - 1);
  return slides[next] ?? slide;
}

/** The first slide of a step. */
export const firstOf = (slides: readonly Slide[], story: Story): Slide =>
  slides.find((slide) => slide.story === story) ?? { story };

/** The slide of a photo that was not put into the tray, as the same one is there: that one's slide. */
export function withTwin(slide: Slide, notices: readonly Notice[]): Slide {
  for (const notice of notices) {
    const twin = notice.kind === 'already-there' && slide.photo ? notice.twins[slide.photo] : undefined;
    if (twin) return { ...slide, photo: twin };
  }
  return slide;
}

/** The first of the photos that have come to be judged; null where bins were filled, too: then nobody has dropped it. */
export function comerToShow(before: readonly Photo[], now: readonly Photo[]): PhotoKey | null {
  const known = new Set(before.map(({ key }) => key));
  const come = now.filter(({ key }) => !known.has(key));
  return come.every(({ place }) => place === TRAY) ? (come[0]?.key ?? null) : null;
}
