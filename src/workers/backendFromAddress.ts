// `?backend=wasm` in the page's address fixes the backend: for tests, and for a talk on a machine with an odd GPU.

import { BACKENDS, type BackendName } from '../network/backendNames.ts';

/** @returns null for whatever is fastest */
export function backendFromAddress(search: string): BackendName | null {
  const wanted = new URLSearchParams(search).get('backend');
  return BACKENDS.find((name) => name === wanted) ?? null;
}
