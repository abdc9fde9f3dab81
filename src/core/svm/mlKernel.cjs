// Stands in for the package ml-kernel inside ml-svm (an alias in vite.config.ts).
//
// The real one brings ml-matrix 5, which builds its methods with eval when it is loaded; a page whose
// Content-Security-Policy forbids eval, as ours does, could not load ml-svm at all. ml-svm needs of it only this:
// the matrix of a kernel over all pairs. Tests in Node run with the real one and give the same numbers.

class Kernel {
  /** @param {{ compute(a: unknown, b: unknown): number }} kernel our own; the kernels by name are not here */
  constructor(kernel) {
    this.kernel = kernel;
  }

  compute(inputs) {
    return inputs.map((a) => inputs.map((b) => this.kernel.compute(a, b)));
  }
}

module.exports = Kernel;
