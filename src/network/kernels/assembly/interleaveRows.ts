// A group of rows laid side by side: first all rows' first values, then all rows' second values, and so on.

import { GROUP } from './multiplyRows';

/**
 * @param aRows offsets of GROUP rows of a; each row lies in `segments` runs of `depth` values, `jump` bytes between them
 * @param to [segments * depth, GROUP]
 */
export function interleaveRows(
  a: usize,
  aRows: usize,
  depth: i32,
  segments: i32,
  jump: i32,
  to: usize,
): void {
  const a0 = a + load<u32>(aRows);
  const a1 = a + load<u32>(aRows, 4);
  const a2 = a + load<u32>(aRows, 8);
  const a3 = a + load<u32>(aRows, 12);
  const a4 = GROUP === 6 ? a + load<u32>(aRows, 16) : 0;
  const a5 = GROUP === 6 ? a + load<u32>(aRows, 20) : 0;
  const bytes = depth * 4;
  let from = 0;
  let at = to;
  for (let segment = 0; segment < segments; segment++) {
    const end = from + bytes;
    for (; from + 16 <= end; from += 16) {
      const r0 = v128.load(a0 + from);
      const r1 = v128.load(a1 + from);
      const r2 = v128.load(a2 + from);
      const r3 = v128.load(a3 + from);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      if (GROUP === 6) {
        const r4 = v128.load(a4 + from);
        const r5 = v128.load(a5 + from);
        const low45 = v128.shuffle<f32>(r4, r5, 0, 4, 1, 5);
        const high45 = v128.shuffle<f32>(r4, r5, 2, 6, 3, 7);
        v128.store(at, v128.shuffle<f64>(low01, low23, 0, 2));
        v128.store(at, v128.shuffle<f64>(low45, low01, 0, 3), 16);
        v128.store(at, v128.shuffle<f64>(low23, low45, 1, 3), 32);
        v128.store(at, v128.shuffle<f64>(high01, high23, 0, 2), 48);
        v128.store(at, v128.shuffle<f64>(high45, high01, 0, 3), 64);
        v128.store(at, v128.shuffle<f64>(high23, high45, 1, 3), 80);
      } else {
        v128.store(at, v128.shuffle<f64>(low01, low23, 0, 2));
        v128.store(at, v128.shuffle<f64>(low01, low23, 1, 3), 16);
        v128.store(at, v128.shuffle<f64>(high01, high23, 0, 2), 32);
        v128.store(at, v128.shuffle<f64>(high01, high23, 1, 3), 48);
      }
      at += GROUP * 16;
    }
    // The rows of conv1's windows are 21 values long.
    for (; from < end; from += 4) {
      store<f32>(at, load<f32>(a0 + from));
      store<f32>(at, load<f32>(a1 + from), 4);
      store<f32>(at, load<f32>(a2 + from), 8);
      store<f32>(at, load<f32>(a3 + from), 12);
      if (GROUP === 6) {
        store<f32>(at, load<f32>(a4 + from), 16);
        store<f32>(at, load<f32>(a5 + from), 20);
      }
      at += GROUP * 4;
    }
    from += jump;
  }
}
