// A worker that does as it is told, also die: for tests of the client that has to survive it.

import { expose } from 'comlink';
import '../../../src/workers/transfer.ts';
import { BinsightError, type ErrorCode } from '../../../src/core/errors.ts';

const forever = (): Promise<never> => new Promise(() => undefined);
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const api = {
  /** Differs from worker to worker. */
  birth: (): Promise<number> => Promise.resolve(performance.timeOrigin),
  echo: <T>(value: T): Promise<T> => Promise.resolve(value),
  refuse: (code: ErrorCode, file: string): Promise<never> =>
    Promise.reject(new BinsightError(code, { file, width: 3 })),
  stumble: (): Promise<never> => Promise.reject(new TypeError('a bug')),
  hang: forever,
  /** Busy in a loop: it cannot even be asked to stop. */
  spin(): Promise<never> {
    for (;;);
  },
  /** Ends like a worker that the browser killed: without a word. */
  vanish(): Promise<never> {
    self.close();
    return forever();
  },
  /** An error outside any call, as from a driver's event. */
  crash(times: number): Promise<never> {
    for (let i = 0; i < times; i++) {
      setTimeout(() => {
        throw new Error(`crash ${i}`);
      });
    }
    return forever();
  },
  /** Takes `steps` times `milliseconds`, with a sign of life after each. */
  async prepare(steps: number, milliseconds: number, onStep: () => void): Promise<string> {
    for (let step = 0; step < steps; step++) {
      await wait(milliseconds);
      onStep();
    }
    return 'prepared';
  },
};

export type BehavingApi = typeof api;

expose(api);
