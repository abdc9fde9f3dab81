// Bytes from numbers and text.

export type Bytes = Uint8Array<ArrayBuffer>;

export function join(...parts: readonly (Uint8Array | readonly number[] | string)[]): Bytes {
  const all = parts.map((part) => (typeof part === 'string' ? latin1(part) : part));
  const joined = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One byte a character. */
export const latin1 = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));

export const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value)];
export const u16le = (value: number): number[] => u16(value).reverse();
export const u32le = (value: number): number[] => u32(value).reverse();

export const filled = (length: number, value = 0): Bytes => new Uint8Array(length).fill(value);

/** A copy in which some bytes are others. */
export function patched(
  bytes: Uint8Array,
  at: number,
  values: readonly number[] | Uint8Array | string,
): Bytes {
  const copy = new Uint8Array(bytes);
  copy.set(typeof values === 'string' ? latin1(values) : values, at);
  return copy;
}

/** A beginning of so many bytes; of all but so many where the number is negative. */
export const first = (bytes: Uint8Array, count: number): Bytes => new Uint8Array(bytes.subarray(0, count));

/** A beginning of such a share of the bytes. */
export const cut = (bytes: Uint8Array, share: number): Bytes =>
  first(bytes, Math.round(bytes.length * share));

/** Where these bytes begin. */
export function find(bytes: Uint8Array, wanted: readonly number[] | string): number {
  const pattern = typeof wanted === 'string' ? latin1(wanted) : wanted;
  for (let at = 0; at + pattern.length <= bytes.length; at++) {
    if ([...pattern].every((value, i) => bytes[at + i] === value)) return at;
  }
  throw new Error(`not in these bytes: ${wanted}`);
}

/** The same on every machine, and nothing that a format would know. */
export function noise(length: number, seed = 1): Bytes {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
