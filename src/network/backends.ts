// Which TensorFlow.js backends there are, and how each is brought up. Each is loaded only when it is tried.

import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { env, ready, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from './backendNames.ts';

/**
 * Makes a backend the current one.
 * @param allowSoftware also take a GPU that is emulated in software: right, but 10 to 60 times slower than WASM
 * @returns false when this browser does not offer it, or only in software
 */
export async function startBackend(name: BackendName, allowSoftware: boolean): Promise<boolean> {
  switch (name) {
    case 'webgpu':
      if (!(await hasGpuAdapter(allowSoftware))) return false;
      await import('@tensorflow/tfjs-backend-webgpu');
      break;
    case 'webgl':
      if (!(await prepareWebGl(allowSoftware))) return false;
      break;
    case 'wasm':
      await prepareWasm();
      break;
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
  }
  if (!(await setBackend(name))) return false;
  await ready();
  return true;
}

async function prepareWasm(): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // The threaded build hangs in a minified bundle under cross-origin isolation, so it is never taken.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmThreadedUrl,
  });
}

async function prepareWebGl(allowSoftware: boolean): Promise<boolean> {
  if (typeof OffscreenCanvas === 'undefined') return false;
  // TensorFlow.js refuses to make its own context in a worker on Safari, so it is handed one on every browser.
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
  });
  if (!context || (!allowSoftware && isSoftware(rendererOf(context)))) return false;
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  setWebGLContext(2, context);
  // Freed textures are given back at once: 24 MB instead of 460 MB held, at the same speed.
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', 0);
  return true;
}

function rendererOf(context: WebGL2RenderingContext): string {
  const unmasked = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : context.RENDERER));
}

/** What WebGPU tells of its adapter; a fallback adapter is one in software. */
interface GpuAdapter {
  readonly isFallbackAdapter?: boolean;
  readonly info?: {
    readonly isFallbackAdapter?: boolean;
    readonly architecture: string;
    readonly description: string;
  };
}

async function hasGpuAdapter(allowSoftware: boolean): Promise<boolean> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (!adapter) return false;
  const { info } = adapter;
  const software =
    adapter.isFallbackAdapter === true ||
    info?.isFallbackAdapter === true ||
    isSoftware(`${info?.architecture} ${info?.description}`);
  return allowSoftware || !software;
}

const isSoftware = (renderer: string): boolean =>
  /swiftshader|llvmpipe|software|basic render/i.test(renderer);
