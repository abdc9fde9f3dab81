import { expect, it } from 'vitest';
import { createFrameRate } from '../../../../src/ui/camera/frameRate.ts';

/** Frames at these times. @returns what is said after each */
function ratesAt(times: readonly number[]) {
  let clock = 0;
  const rate = createFrameRate(() => clock);
  return times.map((at) => {
    clock = at;
    return rate.add();
  });
}

const every = (milliseconds: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + i * milliseconds);

it('says nothing of three frames', () => {
  expect(ratesAt([0, 100, 200, 300])).toEqual([null, null, null, 10]);
});

it('follows the last three seconds, so that one slow frame is no jump', () => {
  const steady = ratesAt([...every(100, 40), 4400]);
  expect(steady.at(-2)).toBeCloseTo(10, 6);
  expect(steady.at(-1)).toBeGreaterThan(8);
  const slower = ratesAt([...every(100, 40), ...every(500, 8, 4400)]);
  expect(slower.at(-1)).toBeCloseTo(2, 6);
});

it('looks back further where frames take seconds', () => {
  expect(ratesAt(every(13_000, 6)).at(-1)).toBeCloseTo(1 / 13, 6);
});

it('begins anew after a pause', () => {
  let clock = 0;
  const rate = createFrameRate(() => clock);
  for (clock = 0; clock < 1000; clock += 100) rate.add();
  rate.restart();
  const after = [60_000, 60_100, 60_200, 60_300].map((at) => {
    clock = at;
    return rate.add();
  });
  expect(after).toEqual([null, null, null, 10]);
});
