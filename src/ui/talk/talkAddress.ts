// Where the talk stands, in the page's address: #talk, or #talk-5 at its fifth step. So a reload goes on there.

import { STORY, type Story } from './slides.ts';

/** @returns null where the address opens no talk */
export function storyIn(hash: string): Story | null {
  const found = /^#talk(?:-(\d))?$/.exec(hash);
  return found ? (STORY[Number(found[1] ?? 1) - 1] ?? STORY[0]) : null;
}

/** Not a step back in the browser's history: a talk has its own keys for that. */
export function putInAddress(story: Story | null): void {
  const step = story === null ? 0 : STORY.indexOf(story) + 1;
  const hash = step > 1 ? `#talk-${step}` : step === 1 ? '#talk' : '';
  history.replaceState(history.state, '', location.pathname + location.search + hash);
}
