// Weights in the order in which the products read them.

/**
 * @param filters [taps, outputs]: any filter [height, width, in, out], read as a matrix
 * @param outputs a multiple of 8
 * @param packed [outputs / 8, taps, 8]
 */
export function packFilters(filters: usize, taps: i32, outputs: i32, packed: usize): void {
  let to = packed;
  for (let output = 0; output < outputs; output += 8) {
    for (let tap = 0; tap < taps; tap++) {
      const from = filters + (tap * outputs + output) * 4;
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      to += 32;
    }
  }
}

/**
 * Bytes to the numbers that they stand for.
 * @param levels 256 numbers
 */
export function lookUp(bytes: usize, count: i32, levels: usize, numbers: usize): void {
  for (let i = 0; i < count; i++) {
    store<f32>(numbers + i * 4, load<f32>(levels + <i32>load<u8>(bytes + i) * 4));
  }
}
