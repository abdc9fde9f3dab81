// The page's own featurizer, on a machine that fails.

import './featurizerFaults.ts';
import '../../../src/workers/featurizer.worker.ts';
