// What a web developer pastes to have the classifier in a page of their own; examples/embed is a whole page of it.

export const SNIPPET = `// In a project that Vite builds, with Binsight's source beside it and
// npm install @tensorflow/tfjs-core @tensorflow/tfjs-backend-{wasm,webgl,webgpu,cpu} valibot ...
// (its package.json has the versions; examples/embed is a whole page)
import { loadPhotoClassifier } from './binsight/src/embed/photoClassifier.ts';

const classifier = await loadPhotoClassifier({
  model: 'model/', // the model bundle, unpacked
  network: 'models/inception-v1/', // the weights, as here
});
const image = await createImageBitmap(file, { colorSpaceConversion: 'none' });
const { label, score, distance, terms } = await classifier.classify(image);
`;
