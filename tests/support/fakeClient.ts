// A worker client without a worker, for tests of what happens when workers die: its API runs on the spot.

import type { Remote } from 'comlink';
import { BinsightError } from '../../src/core/errors.ts';
import { WorkerClient } from '../../src/workers/workerClient.ts';

interface Life {
  readonly death: Promise<never>;
  readonly end: (error: BinsightError) => void;
}

export class FakeClient<Api extends object, Ready = void> extends WorkerClient<Api, Ready> {
  /** How often a worker was started. */
  starts = 0;
  /** Calls that have not been answered yet, and the most that there were at once. */
  pending = 0;
  mostPending = 0;
  readonly #api: Api;
  readonly #prepare: (() => Promise<Ready>) | undefined;
  #life: (Life & { readonly ready: Promise<Ready | undefined> }) | null = null;

  constructor(api: Api, prepare?: () => Promise<Ready>) {
    super({
      name: 'fake',
      spawn: () => {
        throw new Error('a fake client starts no worker');
      },
    });
    this.#api = api;
    this.#prepare = prepare;
  }

  override async ready(): Promise<Ready | undefined> {
    const { ready, death } = this.#start();
    return await Promise.race([ready, death]);
  }

  override async call<T>(run: (api: Remote<Api>) => Promise<T>, _deadline: number): Promise<T> {
    const { ready, death } = this.#start();
    await Promise.race([ready, death]);
    this.pending++;
    this.mostPending = Math.max(this.mostPending, this.pending);
    try {
      return await Promise.race([run(this.#api as Remote<Api>), death]);
    } finally {
      this.pending--;
    }
  }

  override stop(): void {
    this.die();
  }

  /** Ends the worker as a crash does: whatever is pending is rejected. */
  die(reason = 'it died'): void {
    this.#life?.end(new BinsightError('worker-failed', { worker: 'fake', reason }));
  }

  #start() {
    if (this.#life) return this.#life;
    this.starts++;
    let reject: (error: BinsightError) => void = () => undefined;
    const death = new Promise<never>((_, rejectDeath) => {
      reject = rejectDeath;
    });
    death.catch(() => undefined);
    const ready = (async () => await this.#prepare?.())();
    const life = {
      death,
      ready,
      end: (error: BinsightError) => {
        if (this.#life === life) this.#life = null;
        reject(error);
      },
    };
    // As with the real one: a worker that could not be prepared is of no use.
    ready.catch(() => {
      if (this.#life === life) this.#life = null;
    });
    this.#life = life;
    return life;
  }
}

/** A promise that is settled by hand. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

export function defer<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => undefined;
  let reject: Deferred<T>['reject'] = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** Lets every answer that is due arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
