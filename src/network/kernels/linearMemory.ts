// The module's one memory, handed out piece by piece while a network is laid out.

const PAGE = 65_536;
/** It grows by 8 MB at a time. */
const STEP = 128;
/** Rows of a cache. */
const ALIGNMENT = 64;

export class LinearMemory {
  readonly #memory: WebAssembly.Memory;
  /** Address 0 stays free. */
  #end = ALIGNMENT;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Bytes that are in use. */
  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /**
   * @returns the address of as many bytes, all 0
   * @throws RangeError when this machine has no more memory
   */
  allocate(bytes: number): number {
    const address = this.#end;
    this.#end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = this.#end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE / STEP) * STEP);
    return address;
  }

  /** Where the next piece will begin, for `rewind`. */
  get end(): number {
    return this.#end;
  }

  /** Takes back all that was handed out since `end` was this. */
  rewind(end: number): void {
    this.bytesAt(end, this.#end - end).fill(0);
    this.#end = end;
  }

  /** @returns the address of a table of u32 (or of i32, bit for bit) */
  table(values: ArrayLike<number>): number {
    const address = this.allocate(values.length * 4);
    new Int32Array(this.#memory.buffer, address, values.length).set(values);
    return address;
  }

  /** The numbers at an address; not to be kept, since they move when memory grows. */
  floats(address: number, count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#memory.buffer as ArrayBuffer, address, count);
  }

  bytesAt(address: number, count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer as ArrayBuffer, address, count);
  }
}
