// predict.mjs of the exported model, as a text in a module of its own: the page's own code, made into one file that
// people can read.

import { build } from 'vite';
import { oneFile } from './oneFile.mjs';
import { inRoot } from './paths.mjs';

const NAME = 'virtual:predict-script';
const RESOLVED = `\0${NAME}`;
const ENTRY = inRoot('src/export/bundle/predict/predict.ts');

const HEADER = `// predict.mjs: a model made with Binsight, outside the page.
//
// In Node (20.16, 22.3 or newer), in this folder:
//   npm install onnxruntime-node sharp
//   node predict.mjs --help
// In a browser, with onnxruntime-web:
//   import { createPredictor } from './predict.mjs';
//   const predictor = await createPredictor({ ort, model, onnx, novelty });
//   const { verdict, score, probability } = await predictor.predict(imageData);
// README.md says more. This file is made of the page's own source. MIT licence, see LICENSE.txt.
`;

/** @returns {import('vite').Plugin} */
export function predictScript() {
  return {
    name: 'predict-script',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { code, sources } = await bundlePredictScript();
      for (const source of sources) this.addWatchFile(source);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/** @returns {Promise<{ code: string, sources: readonly string[] }>} `sources`: the files that it was made of */
async function bundlePredictScript() {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      // For Node, so that nothing of Node is replaced; what browsers lack is asked for in Node alone.
      ssr: ENTRY,
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: { external: ['onnxruntime-node', 'sharp'], output: { banner: HEADER } },
    },
  });
  const chunk = oneFile(built, 'predict.mjs');
  return { code: chunk.code, sources: chunk.moduleIds };
}
