// What a web developer pastes to have the classifier in a page of their own; examples/embed is a whole page of it. A test
// builds it to the letter.

export const SNIPPET = `// With Vite. Binsight's source in the folder binsight of your project,
// and what it needs installed there: cd binsight && npm ci

// vite.config.mjs
import { kernelModules } from './binsight/scripts/lib/kernelModules.mjs';

export default {
  plugins: [kernelModules()], // compiles the network's WebAssembly
};

// main.js (binsight/examples/embed is a whole page)
import { loadPhotoClassifier } from './binsight/src/embed/photoClassifier.ts';

const classifier = await loadPhotoClassifier({
  model: 'model/', // the model bundle, unpacked
  network: 'models/inception-v1/', // the weights, as here
});
const image = await createImageBitmap(file, { colorSpaceConversion: 'none' });
const { label, score, distance, terms } = await classifier.classify(image);
`;
