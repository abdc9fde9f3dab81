// What takes longest begins first: the network is fetched and started while the page is still being put together.

import { fetchManifestAhead } from './network/manifestFile.ts';
import type { Loading } from './page.tsx';
import { keepEarlyDrops } from './ui/earlyDrops.ts';
import { sayNotStarted } from './ui/sayNotStarted.ts';
import { startingTheme } from './ui/theme.ts';
import { firstLanguage } from './ui/words/firstLanguage.ts';
import { backendFromAddress } from './workers/backendFromAddress.ts';
import { spawnWorkers } from './workers/spawn.ts';
import { trustOwnScripts } from './workers/trustedScripts.ts';

// The words that are there already are of the language to come, and the colours to come of the theme.
for (const words of document.querySelectorAll('.shell, .late')) words.setAttribute('lang', firstLanguage());
document.documentElement.dataset.theme = startingTheme();

trustOwnScripts(new URL('.', document.baseURI).href);

const takeEarlyDrops = keepEarlyDrops();
const modelBase = new URL('models/inception-v1/', document.baseURI).href;

/** How far the network's weights are. The page listens once it is there. */
const loading: Loading = { loaded: 0, total: 0, tell: () => undefined };

const workers = spawnWorkers({
  modelBase,
  manifest: fetchManifestAhead(modelBase),
  backend: backendFromAddress(location.search),
  onProgress(loaded, total) {
    loading.loaded = loaded;
    loading.total = total;
    loading.tell();
  },
});
// Should it fail, the page hears of it: it asks again.
workers.featurizers.ready().catch(() => undefined);

// React Aria's code asks this as it comes. A browser's first answer takes a while: it has it by then, as nothing else is to be done.
setTimeout(() => Intl.DateTimeFormat.supportedLocalesOf(navigator.language));

// Not awaited: the page imports what this file does, and would wait for it to end.
import('./page.tsx')
  .then(({ showPage }) => showPage({ modelBase, loading, workers, takeEarlyDrops }))
  .catch(sayNotStarted);
