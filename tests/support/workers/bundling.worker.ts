// Makes a bundle where the page will: in a worker.

import { type BundleRequest, bundleFiles } from '../../../src/export/bundle/bundleFiles.ts';

self.onmessage = ({ data }: MessageEvent<BundleRequest>) => {
  self.postMessage([...bundleFiles(data)]);
};
