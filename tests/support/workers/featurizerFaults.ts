// What can befall the machine under a featurizer; imported before its own code. The worker's name says what is wrong
// from the start, a message what goes wrong later.

// Vitest has dynamic imports go through this, and does not provide it in workers.
Object.assign(globalThis, {
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => Promise<unknown>) => load() },
});

if (self.name === 'no memory') {
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
  };
}

if (self.name === 'loses its GPU') {
  const { texStorage2D } = WebGL2RenderingContext.prototype;
  // At its first work: the weights are on their way to the GPU.
  WebGL2RenderingContext.prototype.texStorage2D = function (...args) {
    texStorage2D.apply(this, args);
    this.getExtension('WEBGL_lose_context')?.loseContext();
  };
}

self.addEventListener('message', ({ data }) => {
  if (data !== 'run short of memory') return;
  // What a worker allocates for a photo are its numbers.
  Float32Array.prototype.slice = () => {
    throw new RangeError('Array buffer allocation failed');
  };
});
