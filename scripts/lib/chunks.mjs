// How the page's code is cut into files: what starts the network in one, the first screen in another, so that nothing
// waits for a dozen small ones. All else (workers, exports, TensorFlow.js) stays as the bundler cuts it.

import { inRoot } from './paths.mjs';

/** Each file holds all that its module imports, but for what the files before it hold. */
const FILES = [
  { name: 'start', from: inRoot('src/main.ts') },
  { name: 'page', from: inRoot('src/page.tsx') },
];
/** @param {string} id */
const lookOrTheme = (id) => (id.endsWith('.css') ? 'look' : 'theme');

/** Other pages share code with this one, and are not to run its start, nor to fetch its first screen. */
const OTHER_PAGES = [
  // Its colours apart from what chooses them: they are not to come before light or dark is chosen.
  { name: lookOrTheme, from: inRoot('src/howItWorks/howItWorks.ts') },
  { name: lookOrTheme, from: inRoot('src/privacy/privacy.ts') },
  { name: () => 'shared', from: inRoot('examples/embed/main.ts') },
];

/**
 * Packages with one module that names all others: all of them can be reached, and few are used. What later parts of the
 * page use of them is theirs.
 */
const BARRELS = /node_modules.(react-aria|react-stately|@react-|@internationalized)/;

/**
 * What the first screen's own code takes from packages, React above all, lies in a file that needs none of its others: those
 * of the barrels need it before they can begin.
 */
const PACKAGE = /node_modules/;

/** @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} Graph */

/**
 * For rolldown's `codeSplitting.groups`, for one build.
 * @returns {(id: string, graph: Graph) => string | null}
 */
export function createChunkNames() {
  /** @type {Map<string, ReadonlySet<string>>} */
  const known = new Map();
  /** @type {(from: string, graph: Graph) => ReadonlySet<string>} What a module imports, but for what it imports later. */
  const reachable = (from, graph) => {
    const found = known.get(from) ?? follow(from, graph);
    known.set(from, found);
    return found;
  };
  return (id, graph) => {
    if (BARRELS.test(id)) return null;
    const file = FILES.find(({ from }) => reachable(from, graph).has(id));
    if (!file) return null;
    const other = OTHER_PAGES.find(({ from }) => reachable(from, graph).has(id));
    if (other) return other.name(id);
    return file.name === 'page' && PACKAGE.test(id) ? 'packages' : file.name;
  };
}

/**
 * @param {string} from
 * @param {Graph} graph
 */
function follow(from, graph) {
  const found = new Set([from]);
  for (const id of found) {
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  }
  return found;
}
