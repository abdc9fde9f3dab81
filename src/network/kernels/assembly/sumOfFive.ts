/** Of each of four channels and its two neighbours on both sides; the first of the four lies 16 bytes on. */
export function sumOfFive(near: usize): v128 {
  const outer = f32x4.add(v128.load(near, 8), v128.load(near, 24));
  const inner = f32x4.add(v128.load(near, 12), v128.load(near, 20));
  return f32x4.add(f32x4.add(outer, inner), v128.load(near, 16));
}
