// `?backend=wasm` in the page's address fixes the backend: for tests, and for a talk on a machine with an odd GPU.

import type { BackendChoice } from './contract.ts';

const NAMES = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

export function backendFromAddress(search: string): BackendChoice {
  const wanted = new URLSearchParams(search).get('backend');
  const only = NAMES.find((name) => name === wanted);
  return only ? { only } : {};
}
