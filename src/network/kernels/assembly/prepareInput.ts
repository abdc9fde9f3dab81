// From a photo's bytes to the network's input, inside its border of zeros.

/**
 * @param square [side, side, 3] RGB, 0..255
 * @param output first place inside the border: [side, side, 3], B G R minus their means, float32
 * @param rowBytes from one row of the output to the next
 */
export function prepareInput(
  square: usize,
  side: i32,
  blue: f32,
  green: f32,
  red: f32,
  output: usize,
  rowBytes: i32,
): void {
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = square + (y * side + x) * 3;
      const to = output + y * rowBytes + x * 12;
      store<f32>(to, <f32>load<u8>(from, 2) - blue);
      store<f32>(to, <f32>load<u8>(from, 1) - green, 4);
      store<f32>(to, <f32>load<u8>(from) - red, 8);
    }
  }
}
