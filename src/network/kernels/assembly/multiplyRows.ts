// The innermost loops, where nine tenths of the time goes: a few rows of a product, eight columns wide.
//
// Six rows need 12 registers for sums, 2 for weights and 1 for a value: all of the 15 that V8 has on x86. The loops
// are not unrolled, since V8 then keeps more alive than fits (half the speed). They are written out, because only
// locals stay in registers.

import { multiplyAdd } from './multiplyAdd';

function storeRow(to: usize, low: v128, high: v128, floor: f32): void {
  const least = f32x4.splat(floor);
  v128.store(to, f32x4.pmax(low, least));
  v128.store(to, f32x4.pmax(high, least), 16);
}

/**
 * Six rows of `multiply`: c = max(a . b + bias, floor), eight columns. Rows of a and c lie at the offsets in their
 * tables; a row of a is `segments` runs of `depth` values, `jump` bytes between them; b is [segments * depth, 8].
 */
export function multiply6x8(
  a: usize,
  aRows: usize,
  b: usize,
  c: usize,
  cRows: usize,
  depth: i32,
  segments: i32,
  jump: i32,
  bias: usize,
  floor: f32,
): void {
  let a0 = a + load<u32>(aRows);
  let a1 = a + load<u32>(aRows, 4);
  let a2 = a + load<u32>(aRows, 8);
  let a3 = a + load<u32>(aRows, 12);
  let a4 = a + load<u32>(aRows, 16);
  let a5 = a + load<u32>(aRows, 20);
  let c00 = v128.load(bias);
  let c01 = v128.load(bias, 16);
  let c10 = v128.load(bias);
  let c11 = v128.load(bias, 16);
  let c20 = v128.load(bias);
  let c21 = v128.load(bias, 16);
  let c30 = v128.load(bias);
  let c31 = v128.load(bias, 16);
  let c40 = v128.load(bias);
  let c41 = v128.load(bias, 16);
  let c50 = v128.load(bias);
  let c51 = v128.load(bias, 16);
  let weights = b;
  for (let segment = 0; segment < segments; segment++) {
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(weights);
      const b1 = v128.load(weights, 16);
      const s0 = v128.load32_splat(a0);
      c00 = multiplyAdd(s0, b0, c00);
      c01 = multiplyAdd(s0, b1, c01);
      const s1 = v128.load32_splat(a1);
      c10 = multiplyAdd(s1, b0, c10);
      c11 = multiplyAdd(s1, b1, c11);
      const s2 = v128.load32_splat(a2);
      c20 = multiplyAdd(s2, b0, c20);
      c21 = multiplyAdd(s2, b1, c21);
      const s3 = v128.load32_splat(a3);
      c30 = multiplyAdd(s3, b0, c30);
      c31 = multiplyAdd(s3, b1, c31);
      const s4 = v128.load32_splat(a4);
      c40 = multiplyAdd(s4, b0, c40);
      c41 = multiplyAdd(s4, b1, c41);
      const s5 = v128.load32_splat(a5);
      c50 = multiplyAdd(s5, b0, c50);
      c51 = multiplyAdd(s5, b1, c51);
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
      a4 += 4;
      a5 += 4;
      weights += 32;
    }
    a0 += jump;
    a1 += jump;
    a2 += jump;
    a3 += jump;
    a4 += jump;
    a5 += jump;
  }
  storeRow(c + load<u32>(cRows), c00, c01, floor);
  storeRow(c + load<u32>(cRows, 4), c10, c11, floor);
  storeRow(c + load<u32>(cRows, 8), c20, c21, floor);
  storeRow(c + load<u32>(cRows, 12), c30, c31, floor);
  storeRow(c + load<u32>(cRows, 16), c40, c41, floor);
  storeRow(c + load<u32>(cRows, 20), c50, c51, floor);
}

/** Four rows, likewise. */
export function multiply4x8(
  a: usize,
  aRows: usize,
  b: usize,
  c: usize,
  cRows: usize,
  depth: i32,
  segments: i32,
  jump: i32,
  bias: usize,
  floor: f32,
): void {
  let a0 = a + load<u32>(aRows);
  let a1 = a + load<u32>(aRows, 4);
  let a2 = a + load<u32>(aRows, 8);
  let a3 = a + load<u32>(aRows, 12);
  let c00 = v128.load(bias);
  let c01 = v128.load(bias, 16);
  let c10 = v128.load(bias);
  let c11 = v128.load(bias, 16);
  let c20 = v128.load(bias);
  let c21 = v128.load(bias, 16);
  let c30 = v128.load(bias);
  let c31 = v128.load(bias, 16);
  let weights = b;
  for (let segment = 0; segment < segments; segment++) {
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(weights);
      const b1 = v128.load(weights, 16);
      const s0 = v128.load32_splat(a0);
      c00 = multiplyAdd(s0, b0, c00);
      c01 = multiplyAdd(s0, b1, c01);
      const s1 = v128.load32_splat(a1);
      c10 = multiplyAdd(s1, b0, c10);
      c11 = multiplyAdd(s1, b1, c11);
      const s2 = v128.load32_splat(a2);
      c20 = multiplyAdd(s2, b0, c20);
      c21 = multiplyAdd(s2, b1, c21);
      const s3 = v128.load32_splat(a3);
      c30 = multiplyAdd(s3, b0, c30);
      c31 = multiplyAdd(s3, b1, c31);
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
      weights += 32;
    }
    a0 += jump;
    a1 += jump;
    a2 += jump;
    a3 += jump;
  }
  storeRow(c + load<u32>(cRows), c00, c01, floor);
  storeRow(c + load<u32>(cRows, 4), c10, c11, floor);
  storeRow(c + load<u32>(cRows, 8), c20, c21, floor);
  storeRow(c + load<u32>(cRows, 12), c30, c31, floor);
}

/** One row, likewise. */
export function multiply1x8(
  a: usize,
  aRows: usize,
  b: usize,
  c: usize,
  cRows: usize,
  depth: i32,
  segments: i32,
  jump: i32,
  bias: usize,
  floor: f32,
): void {
  let a0 = a + load<u32>(aRows);
  let c00 = v128.load(bias);
  let c01 = v128.load(bias, 16);
  let weights = b;
  for (let segment = 0; segment < segments; segment++) {
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(weights);
      const b1 = v128.load(weights, 16);
      const s0 = v128.load32_splat(a0);
      c00 = multiplyAdd(s0, b0, c00);
      c01 = multiplyAdd(s0, b1, c01);
      a0 += 4;
      weights += 32;
    }
    a0 += jump;
  }
  storeRow(c + load<u32>(cRows), c00, c01, floor);
}
