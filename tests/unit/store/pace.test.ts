import { beforeEach, expect, it } from 'vitest';
import { createPace, type Pace } from '../../../src/store/pace.ts';

let now: number;
let pace: Pace;

beforeEach(() => {
  now = 1000;
  pace = createPace(() => now);
});

/** Two workers, 100 milliseconds a photo each, half a photo apart. */
function work(photos: number): void {
  pace.start();
  pace.start();
  for (let i = 0; i < photos; i++) {
    now += 50;
    pace.end(1);
    pace.start();
  }
}

it('is that of all workers together', () => {
  work(2);
  expect(pace.msPerPhoto).toBeNull();
  work(20);
  expect(pace.msPerPhoto).toBe(50);
});

it('forgets what was before a rest, and counts batches by their photos', () => {
  work(5);
  pace.end(0);
  pace.end(0);
  now += 60_000;
  pace.start();
  now += 80;
  pace.end(8);
  expect(pace.msPerPhoto).toBe(10);
});
