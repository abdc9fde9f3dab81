// Where the talk stands, in the page's address: #talk, #talk-5 at its fifth step, there #talk-5-3 at the third photo and #talk-5-3a at
// its answer. So a reload goes on there.

import { firstOf, type Slide, STORY, type Story } from './slides.ts';

const TALK = /^#talk(?:-(\d)(?:-(\d+)(a?))?)?$/;

/** @returns null where the address opens no talk */
export function storyIn(hash: string): Story | null {
  const found = TALK.exec(hash);
  return found ? (STORY[Number(found[1] ?? 1) - 1] ?? STORY[0]) : null;
}

/** @returns null where the address opens no talk; where there is no such photo the first slide of the step */
export function slideIn(hash: string, slides: readonly Slide[]): Slide | null {
  const story = storyIn(hash);
  if (story === null) return null;
  const [, , nth, answered] = TALK.exec(hash) ?? [];
  const photo = photosOf(slides)[Number(nth) - 1];
  return story === 'tests' && photo ? { story, photo, isAnswered: answered === 'a' } : firstOf(slides, story);
}

/**
 * Not a step back in the browser's history: a talk has its own keys for that.
 * @param slide null at the talk's end
 */
export function putInAddress(slide: Slide | null, slides: readonly Slide[] = []): void {
  const hash = slide ? hashOf(slide, slides) : '';
  history.replaceState(history.state, '', location.pathname + location.search + hash);
}

function hashOf({ story, photo, isAnswered }: Slide, slides: readonly Slide[]): string {
  const step = STORY.indexOf(story) + 1;
  const nth = photo === undefined ? 0 : photosOf(slides).indexOf(photo) + 1;
  if (nth > 1 || isAnswered) return `#talk-${step}-${nth}${isAnswered ? 'a' : ''}`;
  return step > 1 ? `#talk-${step}` : '#talk';
}

/** The test photos, each once. */
const photosOf = (slides: readonly Slide[]) => [...new Set(slides.flatMap(({ photo }) => photo ?? []))];
