// Brings the WebAssembly module up, in the faster of its two builds that this machine knows.
/// <reference path="./kernelModules.d.ts" />

import { modules } from 'virtual:kernel-modules';
import type { Kernels } from './kernels.ts';
import { moduleBytes } from './moduleBytes.ts';
import { warmUp } from './warmUp.ts';

/** `relaxed-simd` multiplies and adds in one instruction. */
export type KernelBuild = keyof typeof modules;

// (module (func (result v128) i32.const 0 i8x16.splat, three times, f32x4.relaxed_madd))
// biome-ignore format: one instruction a line
const RELAXED_PROBE = [
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b,
  0x03, 0x02, 0x01, 0x00,
  0x0a, 0x13, 0x01, 0x11, 0x00,
  0x41, 0x00, 0xfd, 0x0f,
  0x41, 0x00, 0xfd, 0x0f,
  0x41, 0x00, 0xfd, 0x0f,
  0xfd, 0x85, 0x02,
  0x0b,
];

/** The faster build that this machine knows; a module with a single unknown instruction is refused as a whole. */
export const bestBuild = (): KernelBuild =>
  WebAssembly.validate(Uint8Array.from(RELAXED_PROBE)) ? 'relaxed-simd' : 'simd';

/**
 * A fresh instance with a memory of its own, of functions that the browser has had reason to compile well.
 * @throws WebAssembly.CompileError when this machine lacks SIMD, or the build's part of it
 */
export async function startKernels(build: KernelBuild = bestBuild()): Promise<Kernels> {
  const module = await WebAssembly.compile(moduleBytes(modules[build]));
  warmUp(await instantiate(module));
  return await instantiate(module);
}

async function instantiate(module: WebAssembly.Module): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(module);
  return exports as unknown as Kernels;
}
