// Made by scripts/lib/kernelModules.mjs.
declare module 'virtual:kernel-modules' {
  /** The network's kernels in two builds as WebAssembly, in base64. */
  export const modules: Readonly<Record<'simd' | 'relaxed-simd', string>>;
  /** assembly/resample.ts, likewise. */
  export const resampling: string;
}
