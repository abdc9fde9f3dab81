// A bundle's files in a folder, as a person unpacks them.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BundleRequest, bundleFiles } from '../../src/export/bundle/bundleFiles.ts';
import { RUNTIMES } from './foreign.ts';

/** Unpacks a bundle, with onnxruntime-node and sharp as if they had been installed in it. */
export async function unpackBundle(request: BundleRequest, folder: string): Promise<void> {
  for (const { path, data } of bundleFiles(request)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
    writeFileSync(join(folder, path), bytes);
  }
  symlinkSync(join(RUNTIMES, 'node_modules'), join(folder, 'node_modules'));
}
