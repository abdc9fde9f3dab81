// Every sentence on the page, in English. To translate it, copy this file: the type check names what is missing. What
// takes values is a function, so that a language may put them where it wants; `<strong>` and the like stay as they are.

/** Words that several places use. */
const common = {};

/** The page's head, its two lists, its status bar, photos and their menus. */
const page = {};

/** What went wrong with a photo, with the network, with learning; and the notices in the corner. */
const problems = {};

/** Projects, saving, bringing back. */
const saving = {};

/** The verdict on a photo and its reasons. */
const why = {};

/** How good is it? */
const evaluation = {};

/** What can be taken away; the report. */
const takeAway = {};
const report = {};

export const en = { common, page, problems, saving, why, evaluation, takeAway, report };
