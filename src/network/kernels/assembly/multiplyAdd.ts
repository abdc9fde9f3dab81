// The one place where the two builds differ: `a * b + c` in one instruction, or in two.

/** Four times a * b + c. Relaxed SIMD may round once instead of twice, which is faster and no less exact. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
