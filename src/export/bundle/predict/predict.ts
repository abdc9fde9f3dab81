// The whole of predict.mjs: a module for browsers and Node, and a program where Node is started with it.

import { runCommandLine } from './commandLine.ts';
import { isProgram } from './node.ts';

export type { Pixels, Prediction, Predictor, PredictorParts } from './predictor.ts';
export { createPredictor } from './predictor.ts';
/** In Node, with sharp: a file as pixels for `predict`. */
export { readPhoto } from './readPhoto.ts';

if (isProgram()) await runCommandLine();
