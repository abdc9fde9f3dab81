// Made by scripts/lib/kernelModules.mjs.
declare module 'virtual:kernel-modules' {
  /** The kernels' two builds as WebAssembly, in base64. */
  export const modules: Readonly<Record<'simd' | 'relaxed-simd', string>>;
}
