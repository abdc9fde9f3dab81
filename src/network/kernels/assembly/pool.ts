// Max pooling over 3 x 3 places.

/**
 * Windows that reach over the edge are cut there: a place of the edge that is taken twice changes no maximum.
 * @param input [side, side, channels], channels a multiple of 4
 * @param before places by which the first window begins before the input: 0 or 1
 * @param output [outputSide, outputSide, channels]
 */
export function maxPool(
  input: usize,
  side: i32,
  channels: i32,
  stride: i32,
  before: i32,
  output: usize,
  outputSide: i32,
): void {
  const place = channels * 4;
  const row = side * place;
  for (let y = 0; y < outputSide; y++) {
    const middleY = y * stride + 1 - before;
    const middle = input + middleY * row;
    const above = middleY > 0 ? middle - row : middle;
    const below = middleY + 1 < side ? middle + row : middle;
    for (let x = 0; x < outputSide; x++) {
      const middleX = x * stride + 1 - before;
      const centre = middleX * place;
      const left = middleX > 0 ? centre - place : centre;
      const right = middleX + 1 < side ? centre + place : centre;
      const to = output + (y * outputSide + x) * place;
      for (let at = 0; at < place; at += 16) {
        const top = maxOfThree(above + at, left, centre, right);
        const mid = maxOfThree(middle + at, left, centre, right);
        const low = maxOfThree(below + at, left, centre, right);
        v128.store(to + at, f32x4.pmax(f32x4.pmax(top, mid), low));
      }
    }
  }
}

function maxOfThree(line: usize, left: i32, centre: i32, right: i32): v128 {
  return f32x4.pmax(f32x4.pmax(v128.load(line + left), v128.load(line + centre)), v128.load(line + right));
}
