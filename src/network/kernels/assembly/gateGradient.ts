// The way back through a ReLU: what came out as 0 lets no gradient through.

/**
 * Maps may be parts of wider ones, or have borders; `…Row` and `…Place` are bytes from one row, one place, to the next.
 * @param gradient of the sum after the ReLU
 * @param activation what the ReLU gave
 * @param output may be `gradient`
 * @param channels a multiple of 4
 */
export function gateGradient(
  gradient: usize,
  gradientRow: i32,
  gradientPlace: i32,
  activation: usize,
  activationRow: i32,
  activationPlace: i32,
  output: usize,
  outputRow: i32,
  outputPlace: i32,
  side: i32,
  channels: i32,
): void {
  const zero = f32x4.splat(0);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = gradient + y * gradientRow + x * gradientPlace;
      const gate = activation + y * activationRow + x * activationPlace;
      const to = output + y * outputRow + x * outputPlace;
      for (let at = 0; at < channels * 4; at += 16) {
        const isOpen = f32x4.gt(v128.load(gate + at), zero);
        v128.store(to + at, v128.and(v128.load(from + at), isOpen));
      }
    }
  }
}
