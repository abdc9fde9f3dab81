// The page that explains how it works: its look, and what a page without a script cannot know. Its text is put in when it
// is built (scripts/lib/howItWorksPage.mjs).

import './article.css';
import { wearTheme } from '../ui/theme.ts';

wearTheme(document.documentElement);

// Photos are asked for here, so that one that is not there is heard of: where the set-up could not get the photos of the
// talk, the page does without them.
for (const figure of document.querySelectorAll<HTMLElement>('[data-sample]')) {
  const image = figure.querySelector('img');
  if (!image) continue;
  image.addEventListener('error', () => figure.remove());
  image.src = `./samples/cars/${figure.dataset.sample}`;
  figure.hidden = false;
}
