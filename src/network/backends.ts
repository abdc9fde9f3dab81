// Which TensorFlow.js backends there are, and how each is brought up. Each is loaded only when it is tried.

import { backend, env, ready, setBackend } from '@tensorflow/tfjs-core';
import type { TfjsBackend } from './backendNames.ts';
import { withinDeadline } from './deadline.ts';
import { refusal } from './refusals.ts';

/** Milliseconds for an adapter: some browsers offer WebGPU and never give one. */
const ADAPTER_PATIENCE = 10_000;

/**
 * Makes a backend the current one.
 * @param allowSoftware also take a GPU that is emulated in software
 * @param onLost hears it when the GPU is taken away, as when its driver is reset or the computer has slept: what has been
 *   asked of it then is never answered
 * @throws BinsightError `backend-refused` (reason) when this browser does not offer it, or only in software
 */
export async function startBackend(
  name: TfjsBackend,
  allowSoftware: boolean,
  onLost: (what: string) => void = () => undefined,
): Promise<void> {
  switch (name) {
    case 'webgpu':
      await requireGpuAdapter(allowSoftware);
      await import('@tensorflow/tfjs-backend-webgpu');
      break;
    case 'webgl': {
      const { canvas } = await prepareWebGl(allowSoftware);
      canvas.addEventListener('webglcontextlost', () => onLost('WebGL context lost'));
      break;
    }
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
  }
  if (!(await setBackend(name))) throw refusal('not offered by this browser');
  await ready();
  if (name !== 'webgpu') return;
  const { device } = backend() as unknown as { readonly device: GpuDevice };
  void device.lost.then(({ message }) => onLost(`WebGPU device lost: ${message}`));
}

/** What is needed of WebGPU's. */
interface GpuDevice {
  readonly lost: Promise<{ readonly message: string }>;
}

async function prepareWebGl(allowSoftware: boolean): Promise<WebGL2RenderingContext> {
  if (typeof OffscreenCanvas === 'undefined') throw refusal('not offered by this browser');
  // TensorFlow.js refuses to make its own context in a worker on Safari, so it is handed one on every browser.
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
  });
  if (!context) throw refusal('not offered by this browser');
  if (!allowSoftware && isSoftware(rendererOf(context))) throw refusal('offered only in software');
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  setWebGLContext(2, context);
  // Freed textures are given back at once: 24 MB instead of 460 MB held, at the same speed.
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', 0);
  return context;
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

async function requireGpuAdapter(allowSoftware: boolean): Promise<void> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
  if (!gpu) throw refusal('not offered by this browser');
  const adapter = await withinDeadline(gpu.requestAdapter(), ADAPTER_PATIENCE).catch(() => null);
  if (!adapter) throw refusal('offered by this browser, but by no GPU');
  const { info } = adapter;
  const software =
    adapter.isFallbackAdapter === true ||
    info?.isFallbackAdapter === true ||
    isSoftware(`${info?.architecture} ${info?.description}`);
  if (software && !allowSoftware) throw refusal('offered only in software');
}

const isSoftware = (renderer: string): boolean =>
  /swiftshader|llvmpipe|software|basic render/i.test(renderer);
