// The site's pages, each an HTML file at the top.

export const PAGES = [
  'index.html',
  'how-it-works.html',
  'how-it-works.de.html',
  'handout.html',
  'handout.de.html',
  'privacy.html',
  'privacy.de.html',
];
