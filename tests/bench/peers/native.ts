// The same network in native code.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./native.py', import.meta.url));

/** @returns milliseconds a photo in OpenCV on one core; null where that Python cannot */
export function measureNative(python: string, onnx: string): number | null {
  const { status, stdout } = spawnSync(python, [SCRIPT, onnx], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
