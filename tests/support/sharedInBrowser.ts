// Reference files from outside the project, in browser tests (the Vitest server serves them under /shared/).

import { test } from 'vitest';
import { SOURCE_PATHS, type SourceTensors } from '../../src/network/sourceTensors.ts';

/** Is the folder of reference files there? In CI it must be; elsewhere its tests are skipped, and say so. */
export const hasShared: boolean = await fetch('/shared/expected/googlenet.json')
  .then((response) => response.ok)
  .catch(() => false);

if (!hasShared && __IN_CI__)
  throw new Error('../shared is missing: in CI the real model and photos must be there');
if (!hasShared) {
  // biome-ignore lint/suspicious/noConsole: a quiet skip would look like a pass
  console.warn('SKIPPED: ../shared is missing, so nothing is checked against the real network here');
}

export const testWithShared = test.skipIf(!hasShared);

export async function fetchShared(path: string): Promise<Response> {
  const response = await fetch(`/shared/${path}`);
  if (!response.ok) throw new Error(`/shared/${path}: HTTP ${response.status}`);
  return response;
}

export const fetchFloat32 = async (path: string): Promise<Float32Array> =>
  new Float32Array(await (await fetchShared(path)).arrayBuffer());

/** The published weights, all 116 tensors. */
export async function fetchSourceTensors(): Promise<SourceTensors> {
  const entries = await Promise.all(
    SOURCE_PATHS.map(async (path) => [path, await fetchFloat32(`models/bvlc-googlenet/${path}`)] as const),
  );
  return new Map(entries);
}
