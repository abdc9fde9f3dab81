// The only place that joins the rooms.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchLabels } from './network/labels.ts';
import { createActions } from './store/actions.ts';
import { startPipeline } from './store/pipeline.ts';
import { createSampleLoader } from './store/samples.ts';
import { createAppStore } from './store/state.ts';
import { App } from './ui/App.tsx';
import { AppContext } from './ui/appContext.ts';
import './ui/base.css';
import { backendFromAddress } from './workers/backendFromAddress.ts';
import { spawnWorkers } from './workers/spawn.ts';

const modelBase = new URL('models/inception-v1/', document.baseURI).href;

const store = createAppStore();
const actions = createActions(store);
const workers = spawnWorkers({
  modelBase,
  backend: backendFromAddress(location.search),
  onProgress: (loaded, total) => store.setState({ network: { status: 'loading', loaded, total } }),
});
const pipeline = startPipeline(store, actions, workers);
const loadSamples = createSampleLoader(actions, new URL('samples/cars/', document.baseURI).href);

// Verdicts can be given without the names; they are put on as soon as they are there.
fetchLabels(new URL('labels.txt', modelBase))
  .then((classNames) => store.setState({ classNames }))
  .catch(() => actions.notify({ kind: 'no-class-names' }));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AppContext value={{ store, actions, pipeline, loadSamples }}>
        <App />
      </AppContext>
    </StrictMode>,
  );
}
