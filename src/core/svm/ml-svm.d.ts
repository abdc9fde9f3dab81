// ml-svm 2.1.2 ships no types: the part of it that mlSvm.ts uses.
declare module 'ml-svm' {
  export interface Kernel<Row> {
    compute(a: Row, b: Row): number;
  }

  export interface SvmOptions<Row> {
    C?: number;
    tol?: number;
    /** Sweeps without a change before it stops. */
    maxPasses?: number;
    /** Sweeps before it throws `max iterations reached`. */
    maxIterations?: number;
    /** Alphas at most this large are dropped after training. */
    alphaTol?: number;
    kernel?: string | Kernel<Row>;
    random?: () => number;
    /** Undocumented: scale each column to [0, 1]. Default true; a constant column gives NaN. */
    whitening?: boolean;
  }

  export default class SVM<Row> {
    constructor(options?: SvmOptions<Row>);
    /** @param labels 1 or -1 per row */
    train(rows: readonly Row[], labels: readonly number[]): void;
    /** Indices of the rows whose alpha is above `alphaTol`. */
    supportVectors(): number[];
    /** After training: one per support vector, in the order of `supportVectors()`. */
    alphas: number[];
  }
}
