// Which build is taken, and that each is what its name says.

import { modules } from 'virtual:kernel-modules';
import { describe, expect, it } from 'vitest';
import { bestBuild, type KernelBuild, startKernels } from '../../../../src/network/kernels/startKernels.ts';
import { BUILDS, kernelsInNode } from '../../../support/kernels.ts';

/** Opcodes of f32x4.relaxed_madd and f32x4.mul. */
const RELAXED_MADD = [0xfd, 0x85, 0x02];
const MULTIPLY = [0xfd, 0xe6, 0x01];

const bytesOf = (build: KernelBuild): Buffer<ArrayBuffer> => Buffer.from(modules[build], 'base64');

describe('the two builds', () => {
  it('multiply and add in one instruction, or in two', () => {
    expect(bytesOf('simd').includes(Buffer.from(RELAXED_MADD))).toBe(false);
    expect(bytesOf('simd').includes(Buffer.from(MULTIPLY))).toBe(true);
    expect(bytesOf('relaxed-simd').includes(Buffer.from(RELAXED_MADD))).toBe(true);
  });

  it('are small', () => {
    for (const build of BUILDS) expect(bytesOf(build).length, build).toBeLessThan(10_000);
  });

  it('take nothing from outside, and offer the same', async () => {
    const [plain, relaxed] = [await kernelsInNode('simd'), await kernelsInNode('relaxed-simd')];
    expect(Object.keys(plain)).toEqual(Object.keys(relaxed));
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytesOf('simd')))).toEqual([]);
  });

  it('the best is one that this machine accepts', async () => {
    // Relaxed SIMD has been allowed above, so that it is there in every Node.
    expect(bestBuild()).toBe('relaxed-simd');
    expect(Object.keys(await startKernels())).toContain('multiply');
  });
});
