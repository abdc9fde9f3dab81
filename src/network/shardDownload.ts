// A file of weights on its way: those that are there can be used while the rest still comes.

interface Waiting {
  readonly count: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class ShardDownload {
  /** As long as the file is said to be; zeros where nothing has come yet. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  #filled = 0;
  /** Bytes beyond the length that was said. */
  #surplus = 0;
  #failure: { readonly error: unknown } | null = null;
  #waiting: readonly Waiting[] = [];

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
  }

  /** Whether it ended where it should. */
  get isComplete(): boolean {
    return this.#filled === this.bytes.length && this.#surplus === 0;
  }

  add(part: Uint8Array): void {
    const taken = part.subarray(0, this.bytes.length - this.#filled);
    this.bytes.set(taken, this.#filled);
    this.#filled += taken.length;
    this.#surplus += part.length - taken.length;
    const ready = this.#waiting.filter(({ count }) => count <= this.#filled);
    if (ready.length === 0) return;
    this.#waiting = this.#waiting.filter(({ count }) => count > this.#filled);
    for (const { resolve } of ready) resolve();
  }

  /** Nothing more will come: whoever waits, or will wait, hears why. */
  fail(error: unknown): void {
    this.#failure = { error };
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting = [];
  }

  /** Until that many bytes are there. They have not been verified. */
  async until(count: number): Promise<void> {
    if (count <= this.#filled) return;
    if (this.#failure) throw this.#failure.error;
    await new Promise<void>((resolve, reject) => {
      this.#waiting = [...this.#waiting, { count, resolve, reject }];
    });
  }
}
