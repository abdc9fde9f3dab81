// `?backend=wasm` in the page's address fixes the backend: for tests, and for a talk on a machine with an odd GPU.

import { BACKENDS } from '../network/backendNames.ts';
import type { BackendChoice } from './contract.ts';

export function backendFromAddress(search: string): BackendChoice {
  const wanted = new URLSearchParams(search).get('backend');
  const only = BACKENDS.find((name) => name === wanted);
  return only ? { only } : {};
}
