// The innermost loops, where nine tenths of the time goes: a few rows of a product, eight columns wide.
//
// The rows of a group lie interleaved, so that one pointer reads them all: with a pointer for each, to move them takes as
// many instructions as the processor has time for beside the products (15 instead of 19.7 GMAC/s of at most 20). The
// loops are not unrolled, since V8 then keeps more alive than it has registers for (13). They are written out, because
// only locals stay in registers.

import { multiplyAdd } from './multiplyAdd';

/**
 * Rows that are done together: six need 12 registers for sums, 2 for weights and 1 for a value, all of the 15 that V8 has
 * on x86. Where a product and its sum are two instructions, they need one more.
 */
export const GROUP: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;

function storeRow(to: usize, low: v128, high: v128, floor: f32): void {
  const least = f32x4.splat(floor);
  v128.store(to, f32x4.pmax(low, least));
  v128.store(to, f32x4.pmax(high, least), 16);
}

/**
 * A group of rows of `multiply`: c = max(a . b + bias, floor), eight columns.
 * @param a [depth, GROUP]
 * @param b [depth, 8], up to `end`
 * @param cRows offsets of the rows of c
 */
export function multiplyGroup(
  a: usize,
  b: usize,
  end: usize,
  c: usize,
  cRows: usize,
  bias: usize,
  floor: f32,
): void {
  if (GROUP === 6) multiplySix(a, b, end, c, cRows, bias, floor);
  else multiplyFour(a, b, end, c, cRows, bias, floor);
}

function multiplySix(a: usize, b: usize, end: usize, c: usize, cRows: usize, bias: usize, floor: f32): void {
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
  let values = a;
  let weights = b;
  do {
    const b0 = v128.load(weights);
    const b1 = v128.load(weights, 16);
    const s0 = v128.load32_splat(values);
    c00 = multiplyAdd(s0, b0, c00);
    c01 = multiplyAdd(s0, b1, c01);
    const s1 = v128.load32_splat(values, 4);
    c10 = multiplyAdd(s1, b0, c10);
    c11 = multiplyAdd(s1, b1, c11);
    const s2 = v128.load32_splat(values, 8);
    c20 = multiplyAdd(s2, b0, c20);
    c21 = multiplyAdd(s2, b1, c21);
    const s3 = v128.load32_splat(values, 12);
    c30 = multiplyAdd(s3, b0, c30);
    c31 = multiplyAdd(s3, b1, c31);
    const s4 = v128.load32_splat(values, 16);
    c40 = multiplyAdd(s4, b0, c40);
    c41 = multiplyAdd(s4, b1, c41);
    const s5 = v128.load32_splat(values, 20);
    c50 = multiplyAdd(s5, b0, c50);
    c51 = multiplyAdd(s5, b1, c51);
    values += 24;
    weights += 32;
  } while (weights !== end);
  storeRow(c + load<u32>(cRows), c00, c01, floor);
  storeRow(c + load<u32>(cRows, 4), c10, c11, floor);
  storeRow(c + load<u32>(cRows, 8), c20, c21, floor);
  storeRow(c + load<u32>(cRows, 12), c30, c31, floor);
  storeRow(c + load<u32>(cRows, 16), c40, c41, floor);
  storeRow(c + load<u32>(cRows, 20), c50, c51, floor);
}

function multiplyFour(a: usize, b: usize, end: usize, c: usize, cRows: usize, bias: usize, floor: f32): void {
  let c00 = v128.load(bias);
  let c01 = v128.load(bias, 16);
  let c10 = v128.load(bias);
  let c11 = v128.load(bias, 16);
  let c20 = v128.load(bias);
  let c21 = v128.load(bias, 16);
  let c30 = v128.load(bias);
  let c31 = v128.load(bias, 16);
  let values = a;
  let weights = b;
  do {
    const b0 = v128.load(weights);
    const b1 = v128.load(weights, 16);
    const s0 = v128.load32_splat(values);
    c00 = multiplyAdd(s0, b0, c00);
    c01 = multiplyAdd(s0, b1, c01);
    const s1 = v128.load32_splat(values, 4);
    c10 = multiplyAdd(s1, b0, c10);
    c11 = multiplyAdd(s1, b1, c11);
    const s2 = v128.load32_splat(values, 8);
    c20 = multiplyAdd(s2, b0, c20);
    c21 = multiplyAdd(s2, b1, c21);
    const s3 = v128.load32_splat(values, 12);
    c30 = multiplyAdd(s3, b0, c30);
    c31 = multiplyAdd(s3, b1, c31);
    values += 16;
    weights += 32;
  } while (weights !== end);
  storeRow(c + load<u32>(cRows), c00, c01, floor);
  storeRow(c + load<u32>(cRows, 4), c10, c11, floor);
  storeRow(c + load<u32>(cRows, 8), c20, c21, floor);
  storeRow(c + load<u32>(cRows, 12), c30, c31, floor);
}

/** A single row, where it lies: `segments` runs of `depth` values, `jump` bytes between them. */
export function multiplyRow(
  a: usize,
  b: usize,
  c: usize,
  depth: i32,
  segments: i32,
  jump: i32,
  bias: usize,
  floor: f32,
): void {
  let low = v128.load(bias);
  let high = v128.load(bias, 16);
  let values = a;
  let weights = b;
  for (let segment = 0; segment < segments; segment++) {
    for (let k = 0; k < depth; k++) {
      const value = v128.load32_splat(values);
      low = multiplyAdd(value, v128.load(weights), low);
      high = multiplyAdd(value, v128.load(weights, 16), high);
      values += 4;
      weights += 32;
    }
    values += jump;
  }
  storeRow(c, low, high, floor);
}
