// The two loops that all of training is made of. For Float64Array alone, and shared on purpose: V8 specialises a
// function once for all its callers, so a second kind of array would slow every caller several times over, and a
// second copy of a loop would start cold (20 photos cost 1 ms warm, most of 20 ms cold).
// They index directly (`as number`: in range by construction), as calls to a helper are not always inlined.

/** The element at an index that the caller knows is in range. Out of range gives NaN downstream, never a quiet 0. */
export function at(array: Float64Array, index: number): number {
  return array[index] as number;
}

/**
 * a . b, for arrays of the same length. Exactly symmetric in a and b.
 * Four running sums, because one alone waits for each addition to finish: 3 times faster.
 */
export function dot(a: Float64Array, b: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let j = 0;
  for (; j + 3 < a.length; j += 4) {
    s0 += (a[j] as number) * (b[j] as number);
    s1 += (a[j + 1] as number) * (b[j + 1] as number);
    s2 += (a[j + 2] as number) * (b[j + 2] as number);
    s3 += (a[j + 3] as number) * (b[j + 3] as number);
  }
  for (; j < a.length; j++) s0 += (a[j] as number) * (b[j] as number);
  return s0 + s1 + (s2 + s3);
}

/** sums += factor * a, in place, for arrays of the same length. */
export function addScaled(sums: Float64Array, factor: number, a: Float64Array): void {
  for (let j = 0; j < a.length; j++) sums[j] = (sums[j] as number) + factor * (a[j] as number);
}
