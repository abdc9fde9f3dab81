// Where things are: the project's folder, its cache, and the reference files beside it.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the project. @param {string[]} parts */
export const inRoot = (...parts) => resolve(ROOT, ...parts);

/** A path inside the git-ignored folder for downloads and stamps. @param {string[]} parts */
export const inCache = (...parts) => inRoot('.cache', ...parts);

/** A path inside the reference files (weights, photos), beside the project unless BINSIGHT_SHARED says otherwise. @param {string[]} parts */
export const inShared = (...parts) => resolve(ROOT, process.env.BINSIGHT_SHARED ?? '../shared', ...parts);

export const MODEL_FOLDER = inRoot('public/models/inception-v1');
export const CARS_FOLDER = inRoot('public/samples/cars');

/** Whether this is a continuous-integration run, where nothing may be skipped silently. */
export const inCi = () => !['', '0', 'false'].includes(process.env.CI ?? '');
