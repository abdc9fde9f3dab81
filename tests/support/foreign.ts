// Where what runs an exported model outside the page is, if it is there at all.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findPython } from '../../scripts/lib/python.mjs';

/** With onnxruntime-node and sharp, of which only tests need to know. */
export const RUNTIMES = fileURLToPath(new URL('../runtimes', import.meta.url));
export const hasRuntimes = existsSync(`${RUNTIMES}/node_modules/onnxruntime-node`);

/** One with OpenCV, NumPy and Pillow; null where there is none. `npm test` has looked for it already. */
export const python = (await findPython())?.path ?? null;
